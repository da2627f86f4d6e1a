#include <deferred.h>
#include <pthread.h>

#include "include/libxml2_functions.h"

const char *nb_libxml2_load(void);

LIBXML2_FUNCTIONS(DEFERRED_STUB)

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *failure;

static void load(void) {
    // What is used is the same in both.
    static const char *const names[] = {"libxml2.so.2", "libxml2.so.16", NULL};
    static const nb_deferred_function functions[] = {LIBXML2_FUNCTIONS(DEFERRED_ENTRY)};
    failure = nb_deferred_load(names, functions, sizeof functions / sizeof *functions);
    // Before other threads use the library.
    if (!failure) ((void (*)(void))nb_slot_xmlInitParser)();
}

const char *nb_libxml2_load(void) {
    pthread_once(&once, load);
    return failure;
}
