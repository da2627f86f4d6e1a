#include <deferred.h>

#include "include/leptonica_functions.h"

const char *nb_leptonica_load(void);

LEPTONICA_FUNCTIONS(DEFERRED_STUB)

const char *nb_leptonica_load(void) {
    // As versions from 1.83 on are called, and those before.
    static const char *const names[] = {"libleptonica.so.6", "liblept.so.5", NULL};
    static const nb_deferred_function functions[] = {LEPTONICA_FUNCTIONS(DEFERRED_ENTRY)};
    return nb_deferred_load(names, functions, sizeof functions / sizeof *functions);
}
