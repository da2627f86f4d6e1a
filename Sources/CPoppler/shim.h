#ifndef NIANBAO_CPOPPLER_SHIM_H
#define NIANBAO_CPOPPLER_SHIM_H

#include <cairo.h>
#include <glib.h>
#include <poppler.h>

// POPPLER_ERROR is a function-like macro, which Swift does not import.
static inline GQuark nb_poppler_error_domain(void) { return POPPLER_ERROR; }

#endif
