#include <deferred.h>

#include "include/libarchive_functions.h"

const char *nb_libarchive_load(void);

LIBARCHIVE_FUNCTIONS(DEFERRED_STUB)

const char *nb_libarchive_load(void) {
    static const char *const names[] = {"libarchive.so.13", NULL};
    static const nb_deferred_function functions[] = {LIBARCHIVE_FUNCTIONS(DEFERRED_ENTRY)};
    return nb_deferred_load(names, functions, sizeof functions / sizeof *functions);
}
