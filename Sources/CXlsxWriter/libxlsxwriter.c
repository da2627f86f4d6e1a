#include "include/libxlsxwriter.h"

LIBXLSXWRITER_FUNCTIONS(DEFERRED_STUB)

const char *nb_libxlsxwriter_load(void) {
    // Its structures change with its soname: only the library of these headers will do.
    static const char *const names[] = {"libxlsxwriter.so." LXW_SOVERSION, NULL};
    static const nb_deferred_function functions[] = {LIBXLSXWRITER_FUNCTIONS(DEFERRED_ENTRY)};
    return nb_deferred_load(names, functions, sizeof functions / sizeof *functions);
}
