// libarchive, loaded when the first archive comes.
#ifndef NIANBAO_CLIBARCHIVE_H
#define NIANBAO_CLIBARCHIVE_H

#include <deferred.h>

#include "libarchive_functions.h"

LIBARCHIVE_FUNCTIONS(DEFERRED_CALL)

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

/// Must have returned NULL before any function of the library is called; else it says why there is no library.
const char *nb_libarchive_load(void);

// The library turns names that are marked as UTF-8 into the charset of the calling thread's locale.
static inline locale_t nianbao_use_utf8(locale_t *made) {
    *made = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    return *made ? uselocale(*made) : (locale_t)0;
}

static inline void nianbao_use_locale_again(locale_t before, locale_t made) {
    if (!made) return;
    uselocale(before);
    freelocale(made);
}

#endif
