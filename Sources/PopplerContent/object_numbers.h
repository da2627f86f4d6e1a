#ifndef OBJECT_NUMBERS_H
#define OBJECT_NUMBERS_H

#include <cstddef>

/// The most objects that a PDF may have (ISO 32000-1, annex C, table C.1).
constexpr long long kMaximumObjectNumber = 8'388'607;

/// The highest number of an object that a PDF's bytes speak of: before `obj`, in the sections of cross-reference tables, and by the
/// entries /Size and /Index of trailers and cross-reference streams. At most 2 * 10^18.
long long highestObjectNumber(const char *bytes, size_t length);

#endif
