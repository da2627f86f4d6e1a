// libxml2, loaded when the first web page or XML comes: it brings ICU along, whose data is larger than all other libraries.
#ifndef NIANBAO_CLIBXML2_H
#define NIANBAO_CLIBXML2_H

#include <deferred.h>

#include "libxml2_functions.h"

LIBXML2_FUNCTIONS(DEFERRED_CALL)

#include "libxml2_sax.h"

/// Must have returned NULL before any function of the library is called; else it says why there is no library. Any
/// thread may call it, however often.
const char *nb_libxml2_load(void);

#endif
