// The only file that sees poppler's C++ headers, which are not a stable API: what differs between versions is in
// poppler_versions.h.

#include "poppler_content.h"
#include "poppler_versions.h"

#include "object_numbers.h"
#include "text_string.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <Annot.h>
#include <Error.h>
#include <Gfx.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <PDFDocFactory.h>
#include <Page.h>
#include <Stream.h>
#include <poppler-config.h>

namespace {

// A page that draws more than this is cut off and marked: a guard against files made to eat memory.
constexpr size_t kMaximumGlyphs = 2'000'000;
constexpr size_t kMaximumPoints = 8'000'000;
constexpr double kMaximumTiles = 64;
// One that goes on for longer, too: drawing that does not show, such as a soft mask within a form within a pattern, takes time
// and no memory. A step is a piece of text, a form, a state that is kept, or some ten other instructions; for a pattern's tile
// poppler reads all fonts of the pattern anew.
constexpr size_t kMaximumSteps = 500'000;
constexpr size_t kStepsOfTile = 20;
// So it does for a form.
constexpr size_t kStepsOfForm = 20;
constexpr size_t kMaximumMessageBytes = 4096;

// MARK: Messages

// poppler has one error callback for the process and gives it no context, so the place for messages is kept per thread.
thread_local std::string *currentMessages = nullptr;

void collectMessage(ErrorCategory, Goffset, const char *message)
{
    if (!currentMessages || currentMessages->size() > kMaximumMessageBytes) {
        return;
    }
    if (!currentMessages->empty()) {
        currentMessages->push_back('\n');
    }
    currentMessages->append(message);
}

class MessageCollector
{
public:
    explicit MessageCollector(std::string &into) : previous(currentMessages) { currentMessages = &into; }
    ~MessageCollector() { currentMessages = previous; }
    MessageCollector(const MessageCollector &) = delete;
    MessageCollector &operator=(const MessageCollector &) = delete;

private:
    std::string *previous;
};

// MARK: Geometry

struct Box
{
    double x0 = std::numeric_limits<double>::max(), y0 = x0, x1 = -x0, y1 = -x0;

    void add(double x, double y)
    {
        x0 = std::min(x0, x);
        y0 = std::min(y0, y);
        x1 = std::max(x1, x);
        y1 = std::max(y1, y);
    }
};

uint32_t packed(const GfxRGB &rgb)
{
    return (uint32_t(colToByte(rgb.r)) << 16) | (uint32_t(colToByte(rgb.g)) << 8) | uint32_t(colToByte(rgb.b));
}

// MARK: One page

struct Content
{
    std::vector<pc_glyph> glyphs;
    std::vector<uint32_t> scalars;
    std::vector<pc_font> fonts;
    std::vector<std::string> fontNames;
    std::vector<pc_path> paths;
    std::vector<pc_subpath> subpaths;
    std::vector<pc_point> points;
    std::vector<double> dashes;
    std::vector<pc_image> images;
    std::string messages;
    size_t steps = 0;

    bool isFull() const { return glyphs.size() >= kMaximumGlyphs || points.size() >= kMaximumPoints || steps >= kMaximumSteps; }

    /// Asked by poppler every few instructions: true ends the page.
    static bool isFullAfterStep(void *content)
    {
        auto *self = static_cast<Content *>(content);
        ++self->steps;
        return self->isFull();
    }
};

/// Follows transparency groups and tiling patterns.
class GroupDevice : public OutputDev
{
public:
    /// - Parameter steps: is counted up for what is drawn.
    explicit GroupDevice(size_t &steps) : steps(steps) { }
    bool useTilingPatternFill() override { return true; }
    /// A pattern of few tiles may be a form's rules; one of many is a texture, and is left out as what does not show.
    bool tilingPatternFill(GfxState *, Gfx *gfx, Catalog *, GfxTilingPattern *pattern, versions::TileMatrix matrix, int x0, int y0, int x1, int y1, double xStep, double yStep) override
    {
        if (isInPattern || maskDepth > 0 || (double(x1) - x0) * (double(y1) - y0) > kMaximumTiles) {
            return true;
        }
        isInPattern = true;
        for (int y = y0; y < y1; ++y) {
            for (int x = x0; x < x1 && steps < kMaximumSteps; ++x) {
                steps += kStepsOfTile;
                double dx = x * xStep, dy = y * yStep;
                std::array<double, 6> tile { matrix[0], matrix[1], matrix[2], matrix[3], dx * matrix[0] + dy * matrix[2] + matrix[4], dx * matrix[1] + dy * matrix[3] + matrix[5] };
                gfx->drawForm(pattern->getContentStream(), pattern->getResDict(), versions::formMatrix(tile), pattern->getBBox());
            }
        }
        isInPattern = false;
        return true;
    }
    void beginTransparencyGroup(GfxState *, versions::GroupBounds, GfxColorSpace *, bool, bool, bool forSoftMask) override
    {
        ++groupCount;
        groupIsMask.push_back(forSoftMask);
        maskDepth += forSoftMask ? 1 : 0;
    }
    void endTransparencyGroup(GfxState *) override
    {
        if (!groupIsMask.empty()) {
            maskDepth -= groupIsMask.back() ? 1 : 0;
            groupIsMask.pop_back();
        }
    }

protected:
    size_t &steps;
    size_t groupCount = 0;
    /// Above 0 what is drawn makes a soft mask, and does not show.
    int maskDepth = 0;

private:
    std::vector<bool> groupIsMask;
    bool isInPattern = false;
};

/// Collects what a page draws, without drawing it.
class ContentDevice : public GroupDevice
{
public:
    /// - Parameter skipsImages: poppler decodes a JPEG 2000 picture only to learn its size, which may take longer than all the
    ///   rest of the page; such a page's pictures are noted by their place alone.
    ContentDevice(Content &content, bool skipsImages) : GroupDevice(content.steps), content(content), skipsImages(skipsImages) { }

    // poppler asks right before it draws an image; the answer no leaves the image out, and patterns with it.
    bool needNonText() override
    {
        if (skipsImages && lastState) {
            addImage(lastState, 0, 0, false);
        }
        return !skipsImages;
    }
    void startPage(int, GfxState *state, XRef *) override { lastState = state; }
    void saveState(GfxState *state) override
    {
        // Of each form and tile, too, which take longer than what poppler counts as one instruction.
        ++steps;
        lastState = state;
    }
    void updateCTM(GfxState *state, double, double, double, double, double, double) override { lastState = state; }

    size_t groups() const { return groupCount; }

    // poppler asks before it interprets a form. Of a page that is full only the innermost form would end when it is told to stop:
    // the ones around it would go on drawing others.
    bool useDrawForm() override
    {
        content.steps += kStepsOfForm;
        return content.isFull();
    }

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    // Shadings hold no rulings: claim to have drawn them.
    bool useShadedFills(int) override { return true; }
    bool functionShadedFill(GfxState *, GfxFunctionShading *) override { return true; }
    bool axialShadedFill(GfxState *, GfxAxialShading *, double, double) override { return true; }
    bool radialShadedFill(GfxState *, GfxRadialShading *, double, double) override { return true; }
    bool gouraudTriangleShadedFill(GfxState *, GfxGouraudTriangleShading *) override { return true; }
    bool patchMeshShadedFill(GfxState *, GfxPatchMeshShading *) override { return true; }

    void updateFont(GfxState *state) override { font = nullptr; }
    void restoreState(GfxState *state) override
    {
        lastState = state;
        font = nullptr;
    }

    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY, CharCode code, int nBytes, const Unicode *u, int uLen) override
    {
        if (maskDepth > 0 || content.isFull()) {
            ++content.steps;
            return;
        }
        selectFont(state);
        pc_glyph glyph {};
        glyph.code = code;
        glyph.font = fontIndex;
        glyph.render_mode = state->getRender();
        glyph.vertical = vertical;

        // Letter and word spacing are part of poppler's dx, dy, not of the glyph.
        double spacing = state->getCharSpace() + (nBytes == 1 && code == CharCode(0x20) ? state->getWordSpace() : 0), sx, sy;
        if (vertical) {
            state->textTransformDelta(0, spacing, &sx, &sy);
        } else {
            state->textTransformDelta(spacing * state->getHorizScaling(), 0, &sx, &sy);
        }
        state->transformDelta(dx - sx, dy - sy, &glyph.dx, &glyph.dy);
        state->transform(x - originX, y - originY, &glyph.x, &glyph.y);

        // The em square's axes as drawn: `right` along the baseline, `up` across it.
        double ux, uy, rx, ry, upX, upY, rightX, rightY;
        state->textTransformDelta(0, state->getFontSize(), &ux, &uy);
        state->transformDelta(ux, uy, &upX, &upY);
        state->textTransformDelta(state->getFontSize() * state->getHorizScaling(), 0, &rx, &ry);
        state->transformDelta(rx, ry, &rightX, &rightY);
        glyph.size = std::hypot(upX, upY);
        if (!std::isfinite(glyph.x + glyph.y + glyph.dx + glyph.dy + glyph.size)) {
            return;
        }
        double widthX = vertical ? rightX : glyph.dx, widthY = vertical ? rightY : glyph.dy;
        Box box;
        for (double rise : { ascent, descent }) {
            box.add(glyph.x + rise * upX, glyph.y + rise * upY);
            box.add(glyph.x + rise * upX + widthX, glyph.y + rise * upY + widthY);
        }
        glyph.x0 = box.x0;
        glyph.y0 = box.y0;
        glyph.x1 = box.x1;
        glyph.y1 = box.y1;

        bool stroked = (glyph.render_mode & 3) == 1;
        GfxRGB rgb;
        if (stroked) {
            state->getStrokeRGB(&rgb);
        } else {
            state->getFillRGB(&rgb);
        }
        glyph.color = packed(rgb);
        glyph.opacity = stroked ? state->getStrokeOpacity() : state->getFillOpacity();

        glyph.text = uint32_t(content.scalars.size());
        for (int i = 0; i < uLen; ++i) {
            if (u[i] != 0) {
                content.scalars.push_back(u[i]);
            }
        }
        glyph.text_count = uint32_t(content.scalars.size()) - glyph.text;
        content.glyphs.push_back(glyph);
    }

    void stroke(GfxState *state) override { addPath(state, PC_STROKE); }
    void fill(GfxState *state) override { addPath(state, PC_FILL); }
    void eoFill(GfxState *state) override { addPath(state, PC_FILL); }

    void drawImageMask(GfxState *state, Object *ref, Stream *str, int width, int height, bool invert, bool interpolate, bool inlineImg) override
    {
        addImage(state, width, height, true);
        OutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, inlineImg); // skips an inline image's data
    }
    void drawImage(GfxState *state, Object *ref, Stream *str, int width, int height, GfxImageColorMap *colorMap, bool interpolate, const int *maskColors, bool inlineImg) override
    {
        addImage(state, width, height, false);
        OutputDev::drawImage(state, ref, str, width, height, colorMap, interpolate, maskColors, inlineImg);
    }

private:
    void selectFont(GfxState *state)
    {
        const auto &current = state->getFont();
        if (font != nullptr && font == &*current) {
            return;
        }
        font = current ? &*current : nullptr;
        fontIndex = -1;
        vertical = false;
        ascent = 0.75;
        descent = -0.25;
        if (!font) {
            return;
        }
        vertical = versions::isVertical(*font);
        bool type3 = font->getType() == fontType3;
        if (type3) {
            // A Type 3 font's own units: its box, where it states one, gives the height of a glyph.
            const auto &box = font->getFontBBox();
            const auto &matrix = font->getFontMatrix();
            double top = box[3] * matrix[3], bottom = box[1] * matrix[3];
            if (top > bottom && top - bottom < 4) {
                ascent = top;
                descent = bottom;
            }
        } else {
            // The bounds that poppler's own text extraction puts on what fonts claim.
            ascent = std::clamp(font->getAscent(), 0.5, 1.05);
            descent = std::clamp(font->getDescent(), -0.4, 0.0);
        }
        Ref id = *font->getID();
        auto known = fontIndexes.find({ id.num, id.gen });
        if (known != fontIndexes.end()) {
            fontIndex = known->second;
            return;
        }
        fontIndex = int32_t(content.fonts.size());
        fontIndexes[{ id.num, id.gen }] = fontIndex;
        Ref embedded;
        content.fontNames.push_back(font->getName() ? std::string(*font->getName()) : std::string());
        content.fonts.push_back({ nullptr, type3 || font->getEmbeddedFontID(&embedded), type3, font->hasToUnicodeCMap() });
    }

    void addImage(GfxState *state, int width, int height, bool mask)
    {
        if (maskDepth > 0) {
            return;
        }
        Box box;
        for (double x : { 0.0, 1.0 }) {
            for (double y : { 0.0, 1.0 }) {
                double px, py;
                state->transform(x, y, &px, &py);
                box.add(px, py);
            }
        }
        if (std::isfinite(box.x0 + box.y0 + box.x1 + box.y1)) {
            content.images.push_back({ box.x0, box.y0, box.x1, box.y1, width, height, mask });
        }
    }

    void addPath(GfxState *state, pc_paint paint)
    {
        const GfxPath *source = state->getPath();
        if (maskDepth > 0 || content.isFull() || !source || source->getNumSubpaths() == 0) {
            return;
        }
        pc_path path {};
        path.paint = paint;
        path.opacity = paint == PC_STROKE ? state->getStrokeOpacity() : state->getFillOpacity();
        GfxRGB rgb;
        if (paint == PC_STROKE) {
            state->getStrokeRGB(&rgb);
        } else {
            state->getFillRGB(&rgb);
        }
        path.color = packed(rgb);
        path.line_width = paint == PC_STROKE ? state->getTransformedLineWidth() : 0;
        state->getClipBBox(&path.clip_x0, &path.clip_y0, &path.clip_x1, &path.clip_y1);
        path.dash = uint32_t(content.dashes.size());
        if (paint == PC_STROKE) {
            double start, width = state->getLineWidth();
            double scale = width > 0 ? path.line_width / width : 1;
            for (double length : state->getLineDash(&start)) {
                content.dashes.push_back(length * scale);
            }
        }
        path.dash_count = uint32_t(content.dashes.size()) - path.dash;
        path.subpath = uint32_t(content.subpaths.size());
        for (int i = 0; i < source->getNumSubpaths(); ++i) {
            addSubpath(state, source->getSubpath(i));
        }
        path.subpath_count = uint32_t(content.subpaths.size()) - path.subpath;
        content.paths.push_back(path);
    }

    void addSubpath(GfxState *state, const GfxSubpath *source)
    {
        int count = source->getNumPoints();
        pc_subpath subpath {};
        subpath.point = uint32_t(content.points.size());
        subpath.closed = source->isClosed();
        Box box;
        for (int i = 0; i < count; ++i) {
            subpath.curved |= source->getCurve(i);
            double x, y;
            state->transform(source->getX(i), source->getY(i), &x, &y);
            if (!std::isfinite(x + y)) {
                content.points.resize(subpath.point);
                return;
            }
            box.add(x, y);
            content.points.push_back({ x, y });
        }
        if (subpath.curved) {
            content.points.resize(subpath.point);
            content.points.push_back({ box.x0, box.y0 });
            content.points.push_back({ box.x1, box.y1 });
        }
        subpath.point_count = uint32_t(content.points.size()) - subpath.point;
        content.subpaths.push_back(subpath);
    }

    Content &content;
    const bool skipsImages;
    GfxState *lastState = nullptr;
    const GfxFont *font = nullptr;
    std::map<std::pair<int, int>, int32_t> fontIndexes;
    int32_t fontIndex = -1;
    bool vertical = false;
    double ascent = 0.75, descent = -0.25;
};

double userUnit(PDFDoc &document, int number)
{
    Ref *reference = document.getCatalog()->getPageRef(number);
    if (!reference) {
        return 1;
    }
    Object page = document.getXRef()->fetch(*reference);
    if (!page.isDict()) {
        return 1;
    }
    Object unit = page.dictLookup("UserUnit");
    double value = unit.isNum() ? unit.getNum() : 1;
    return value >= 0.01 && value <= 1000 ? value : 1;
}

/// True where the page's own resources hold a JPEG 2000 picture.
bool hasJPX(Page &page)
{
    Dict *resources = page.getResourceDict();
    if (!resources) {
        return false;
    }
    Object pictures = resources->lookup("XObject");
    for (int i = 0; pictures.isDict() && i < pictures.dictGetLength() && i < 100; ++i) {
        Object picture = pictures.dictGetVal(i);
        if (!picture.isStream()) {
            continue;
        }
        Object filter = picture.getStream()->getDict()->lookup("Filter");
        if (filter.isArray() && filter.arrayGetLength() > 0) {
            filter = filter.arrayGet(filter.arrayGetLength() - 1);
        }
        if (filter.isName("JPXDecode")) {
            return true;
        }
    }
    return false;
}

} // namespace

struct pc_document
{
    std::unique_ptr<PDFDoc> document;
    pc_status status = PC_DAMAGED;
    std::string messages;
    std::optional<std::string> title;
};

void pc_initialise(const char *data)
{
    // Never freed: poppler's global parameters then live as long as the process, and poppler-glib, which counts the same
    // way, leaves our callback in place.
    static GlobalParamsIniter *const parameters = [data] {
        if (data) {
            GlobalParamsIniter::setCustomDataDir(data);
        }
        return new GlobalParamsIniter(collectMessage);
    }();
    (void)parameters;
}

const char *pc_library_version(void)
{
    return POPPLER_VERSION;
}

pc_document *pc_document_open(const void *bytes, size_t length, const char *password)
{
    auto *result = new pc_document;
    MessageCollector collector(result->messages);
    // Refused before poppler sees it: where the memory for its table cannot be had, poppler frees it twice.
    if (long long number = highestObjectNumber(static_cast<const char *>(bytes), length); number > kMaximumObjectNumber) {
        collectMessage(errSyntaxError, -1, ("an object has the number " + std::to_string(number)).c_str());
        return result;
    }
    std::optional<GooString> secret;
    if (password) {
        secret.emplace(password);
    }
    Object dictionary;
    dictionary.setToNull();
    auto document = versions::openDocument(
            std::make_unique<MemStream>(static_cast<const char *>(bytes), 0, Goffset(length), std::move(dictionary)), secret,
            [] { collectMessage(errSyntaxError, -1, "the cross-reference table was damaged and has been rebuilt"); });
    if (document->isOk()) {
        result->status = PC_OK;
        result->document = std::move(document);
    } else if (document->getErrorCode() == errEncrypted) {
        result->status = PC_ENCRYPTED;
    }
    return result;
}

pc_status pc_document_status(const pc_document *document)
{
    return document->status;
}

const char *pc_document_messages(const pc_document *document)
{
    return document->messages.c_str();
}

int pc_document_page_count(const pc_document *document)
{
    return document->document ? document->document->getNumPages() : 0;
}

const char *pc_document_title(pc_document *document)
{
    if (!document->document) {
        return nullptr;
    }
    if (const auto title = document->document->getDocInfoTitle()) {
        document->title = textOfString(title->toStr());
    }
    return document->title ? document->title->c_str() : nullptr;
}

void pc_document_free(pc_document *document)
{
    if (document) {
        MessageCollector collector(document->messages);
        document->document.reset();
    }
    delete document;
}

pc_status pc_page_geometry(pc_document *document, int number, pc_geometry *geometry)
{
    *geometry = {};
    if (number < 1 || number > pc_document_page_count(document)) {
        return PC_NO_PAGE;
    }
    std::string discarded;
    MessageCollector collector(discarded);
    Page *page = document->document->getPage(number);
    if (!page || !page->isOk()) {
        return PC_NO_PAGE;
    }
    const PDFRectangle &crop = versions::rectangle(page->getCropBox());
    geometry->user_unit = userUnit(*document->document, number);
    geometry->rotation = ((page->getRotate() % 360) + 360) % 360;
    geometry->crop_x0 = crop.x1;
    geometry->crop_y0 = crop.y1;
    geometry->crop_x1 = crop.x2;
    geometry->crop_y1 = crop.y2;
    double width = (crop.x2 - crop.x1) * geometry->user_unit, height = (crop.y2 - crop.y1) * geometry->user_unit;
    bool turned = geometry->rotation % 180 != 0;
    geometry->width = turned ? height : width;
    geometry->height = turned ? width : height;
    return PC_OK;
}

// The border of a link is a sign of the viewer's, no rule of the page.
static bool isContent(Annot *annotation, void *)
{
    return annotation->getType() != Annot::typeLink;
}

pc_status pc_page_read(pc_document *document, int number, pc_page *page)
{
    *page = {};
    pc_status status = pc_page_geometry(document, number, &page->geometry);
    if (status != PC_OK) {
        return status;
    }
    auto content = std::make_unique<Content>();
    MessageCollector collector(content->messages);
    ContentDevice device(*content, hasJPX(*document->document->getPage(number)));
    double dpi = 72 * page->geometry.user_unit;
    document->document->displayPage(&device, number, dpi, dpi, 0, false, true, false, Content::isFullAfterStep, content.get(),
                                    isContent, nullptr);

    for (size_t i = 0; i < content->fonts.size(); ++i) {
        content->fonts[i].name = content->fontNames[i].c_str();
    }
    page->glyphs = content->glyphs.data();
    page->glyph_count = content->glyphs.size();
    page->scalars = content->scalars.data();
    page->scalar_count = content->scalars.size();
    page->fonts = content->fonts.data();
    page->font_count = content->fonts.size();
    page->paths = content->paths.data();
    page->path_count = content->paths.size();
    page->subpaths = content->subpaths.data();
    page->subpath_count = content->subpaths.size();
    page->points = content->points.data();
    page->point_count = content->points.size();
    page->dashes = content->dashes.data();
    page->dash_count = content->dashes.size();
    page->images = content->images.data();
    page->image_count = content->images.size();
    page->group_count = device.groups();
    page->truncated = content->isFull();
    page->messages = content->messages.c_str();
    page->storage = content.release();
    return PC_OK;
}

void pc_page_free(pc_page *page)
{
    delete static_cast<Content *>(page->storage);
    *page = {};
}
