// libxlsxwriter, loaded when the first spreadsheet is made.
#ifndef NIANBAO_CXLSXWRITER_H
#define NIANBAO_CXLSXWRITER_H

#include <deferred.h>

#include "libxlsxwriter_functions.h"

LIBXLSXWRITER_FUNCTIONS(DEFERRED_CALL)

#include <xlsxwriter.h>

/// Must have returned NULL before any function of the library is called; else it says why there is no library.
const char *nb_libxlsxwriter_load(void);

#endif
