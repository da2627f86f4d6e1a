// What is used of libxml2, declared as its own headers do: those come with compiler flags that also link the library, which is to
// be loaded when it is needed. Tests/Portability/headers.sh compiles this file after the real headers, of all releases: a
// declaration that differs from them is an error there.
#ifndef NIANBAO_LIBXML2_SAX_H
#define NIANBAO_LIBXML2_SAX_H

typedef unsigned char xmlChar;
typedef struct _xmlDoc *xmlDocPtr;
typedef struct _xmlParserCtxt xmlParserCtxt;
typedef xmlParserCtxt *xmlParserCtxtPtr;
typedef xmlParserCtxtPtr htmlParserCtxtPtr;

#ifndef NIANBAO_CHECKS_DECLARATIONS
enum {
    HTML_PARSE_RECOVER = 1 << 0,
    HTML_PARSE_NOERROR = 1 << 5,
    HTML_PARSE_NOWARNING = 1 << 6,
    HTML_PARSE_NONET = 1 << 11,
    HTML_PARSE_IGNORE_ENC = 1 << 21,
};

/// What a parser reports to, each member called with the parser's userData. One that is null is not called.
typedef struct _xmlSAXHandler {
    void *declarations[12];
    void (*startDocument)(void *context);
    void (*endDocument)(void *context);
    /// `attributes`: names and values by turns, ended by null; a value may be null. Null where there are none.
    void (*startElement)(void *context, const xmlChar *name, const xmlChar **attributes);
    void (*endElement)(void *context, const xmlChar *name);
    void (*reference)(void *context, const xmlChar *name);
    void (*characters)(void *context, const xmlChar *text, int length);
    void (*ignorableWhitespace)(void *context, const xmlChar *text, int length);
    void *others[13];
} xmlSAXHandler;

/// The members at a parser's beginning; there are more.
struct _xmlParserCtxt {
    /// The parser's own, to be filled, not replaced.
    xmlSAXHandler *sax;
    void *userData;
};
#endif

void xmlInitParser(void);
void xmlStopParser(xmlParserCtxtPtr parser);
htmlParserCtxtPtr htmlNewParserCtxt(void);
void htmlFreeParserCtxt(htmlParserCtxtPtr parser);
xmlDocPtr htmlCtxtReadMemory(htmlParserCtxtPtr parser, const char *buffer, int size, const char *URL, const char *encoding,
                             int options);

#endif
