#include "deferred.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *cause(void) {
    const char *error = dlerror();
    char *copy = error ? strdup(error) : NULL;
    return copy ? copy : "the library cannot be loaded";
}

const char *nb_deferred_load(const char *const *libraries, const nb_deferred_function *functions, size_t count) {
    void *library = NULL;
    for (; *libraries && !library; libraries++) library = dlopen(*libraries, RTLD_NOW | RTLD_LOCAL);
    if (!library) return cause();
    for (size_t i = 0; i < count; i++) {
        void *function = dlsym(library, functions[i].name);
        if (!function) return cause();
        *functions[i].slot = function;
    }
    return NULL;
}

void nb_deferred_missing(void) {
    fputs("nianbao: a function was called before its library was loaded\n", stderr);
    abort();
}
