// Compiles where our own declarations of poppler-glib and glib agree with the libraries' headers: C refuses a second
// declaration that differs. Sizes and members are compared by hand.
#define NIANBAO_CHECKS_DECLARATIONS
#include "poppler_glib.h"
#include <poppler.h>

struct error {
    GQuark domain;
    gint code;
    gchar *message;
};
struct rectangle {
    gdouble x1, y1, x2, y2;
};

_Static_assert(sizeof(GError) == sizeof(struct error), "GError");
_Static_assert(offsetof(GError, code) == offsetof(struct error, code), "GError.code");
_Static_assert(offsetof(GError, message) == offsetof(struct error, message), "GError.message");
_Static_assert(sizeof(PopplerRectangle) == sizeof(struct rectangle), "PopplerRectangle");
_Static_assert(offsetof(PopplerRectangle, x2) == offsetof(struct rectangle, x2), "PopplerRectangle.x2");
_Static_assert(POPPLER_ERROR_ENCRYPTED == 1, "POPPLER_ERROR_ENCRYPTED");
