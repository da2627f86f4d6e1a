// What differs between versions of poppler, in one place: 22.12 (Debian 12), 25.03 (Debian 13), 26.07 (the release after it).
//
// Each difference is found out from the library's own declarations, not from its number, so that a version in between, or one
// to come that keeps the newest spelling, needs nothing here. What is spelled alike in all of them is used as it is.
#ifndef NIANBAO_POPPLER_VERSIONS_H
#define NIANBAO_POPPLER_VERSIONS_H

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include <Gfx.h>
#include <GfxFont.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>

namespace versions {

// MARK: Matrices and boxes: `const double *`, later `const std::array<double, N> &`

template<typename Method>
struct Parameters;

template<typename Bounds, typename... Others>
struct Parameters<void (OutputDev::*)(GfxState *, Bounds, Others...)>
{
    using GroupBounds = Bounds;
};

template<typename Given, typename... Others>
struct Parameters<bool (OutputDev::*)(GfxState *, Gfx *, Catalog *, GfxTilingPattern *, Given, Others...)>
{
    using TileMatrix = Given;
};

template<typename Given, typename... Others>
struct Parameters<void (Gfx::*)(Object *, Dict *, Given, Others...)>
{
    using FormMatrix = Given;
};

/// How OutputDev::beginTransparencyGroup is given the group's bounds.
using GroupBounds = Parameters<decltype(&OutputDev::beginTransparencyGroup)>::GroupBounds;
/// How OutputDev::tilingPatternFill is given the pattern's matrix.
using TileMatrix = Parameters<decltype(&OutputDev::tilingPatternFill)>::TileMatrix;
/// How Gfx::drawForm takes a matrix.
using FormMatrix = Parameters<decltype(&Gfx::drawForm)>::FormMatrix;

/// `matrix` as drawForm takes it.
template<typename Taken = FormMatrix>
Taken formMatrix(const std::array<double, 6> &matrix)
{
    if constexpr (std::is_pointer_v<Taken>) {
        return matrix.data();
    } else {
        return matrix;
    }
}

// MARK: Rectangles: by pointer, later by reference

inline const PDFRectangle &rectangle(const PDFRectangle *rectangle)
{
    return *rectangle;
}
inline const PDFRectangle &rectangle(const PDFRectangle &rectangle)
{
    return rectangle;
}

// MARK: Writing modes: 0 and 1, later an enumeration with the same values

inline bool isVertical(const GfxFont &font)
{
    return static_cast<int>(font.getWMode()) != 0;
}

// MARK: Documents: a stream by pointer and a `guiData` argument, then without it, then the stream by std::unique_ptr

/// Opens a document; the same password is tried as the owner's and as the user's.
///
/// - Parameter rebuilt: called where the cross-reference table was damaged.
template<typename Document = PDFDoc>
std::unique_ptr<Document> openDocument(
        std::unique_ptr<BaseStream> stream, const std::optional<GooString> &password, const std::function<void()> &rebuilt)
{
    using Password = const std::optional<GooString> &;
    using Callback = const std::function<void()> &;
    if constexpr (std::is_constructible_v<Document, std::unique_ptr<BaseStream>, Password, Password, Callback>) {
        return std::make_unique<Document>(std::move(stream), password, password, rebuilt);
    } else if constexpr (std::is_constructible_v<Document, BaseStream *, Password, Password, Callback>) {
        return std::make_unique<Document>(stream.release(), password, password, rebuilt);
    } else {
        return std::make_unique<Document>(stream.release(), password, password, nullptr, rebuilt);
    }
}

} // namespace versions

#endif
