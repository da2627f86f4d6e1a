// leptonica, loaded when the first picture comes.
#ifndef NIANBAO_CLEPTONICA_H
#define NIANBAO_CLEPTONICA_H

#include <deferred.h>

#include "leptonica_functions.h"

LEPTONICA_FUNCTIONS(DEFERRED_CALL)

#include <leptonica/allheaders.h>

// From version 1.83 on the structures are hidden: Swift sees these pointers as opaque there, and as typed before.
typedef PIX *nb_pix;
typedef BOXA *nb_boxa;

/// Must have returned NULL before any function of the library is called; else it says why there is no library.
const char *nb_leptonica_load(void);

#endif
