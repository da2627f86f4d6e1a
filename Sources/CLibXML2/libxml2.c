#include <deferred.h>

#include "include/libxml2_functions.h"

const char *nb_libxml2_load(void);

LIBXML2_FUNCTIONS(DEFERRED_STUB)

const char *nb_libxml2_load(void) {
    // What is used is the same in both.
    static const char *const names[] = {"libxml2.so.2", "libxml2.so.16", NULL};
    static const nb_deferred_function functions[] = {LIBXML2_FUNCTIONS(DEFERRED_ENTRY)};
    return nb_deferred_load(names, functions, sizeof functions / sizeof *functions);
}
