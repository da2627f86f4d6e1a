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
    XML_PARSE_NOERROR = 1 << 5,
    XML_PARSE_NOWARNING = 1 << 6,
    XML_PARSE_NONET = 1 << 11,
    HTML_PARSE_RECOVER = 1 << 0,
    HTML_PARSE_NOERROR = 1 << 5,
    HTML_PARSE_NOWARNING = 1 << 6,
    HTML_PARSE_NONET = 1 << 11,
    HTML_PARSE_IGNORE_ENC = 1 << 21,
};

/// What is wrong, how badly, and in which words. There are more members.
typedef struct {
    int domain;
    int code;
    char *message;
    /// 3 where nothing after it is read.
    int level;
} xmlErrorStart;

/// What `initialized` says in a handler whose last members are used.
#define XML_SAX2_MAGIC 0xDEEDBEAF

/// What a parser reports to, each member called with the parser's userData. One that is null is not called.
typedef struct _xmlSAXHandler {
    /// A document type declaration begins.
    void (*internalSubset)(void *context, const xmlChar *name, const xmlChar *externalID, const xmlChar *systemID);
    void *declarations[11];
    void (*startDocument)(void *context);
    void (*endDocument)(void *context);
    /// `attributes`: names and values by turns, ended by null; a value may be null. Null where there are none.
    void (*startElement)(void *context, const xmlChar *name, const xmlChar **attributes);
    void (*endElement)(void *context, const xmlChar *name);
    void (*reference)(void *context, const xmlChar *name);
    void (*characters)(void *context, const xmlChar *text, int length);
    void (*ignorableWhitespace)(void *context, const xmlChar *text, int length);
    void *others[8];
    unsigned int initialized;
    void *_private;
    /// `attributes`: five pointers each: local name, prefix, namespace, and the value's beginning and end.
    void (*startElementNs)(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaceCount,
                           const xmlChar **namespaces, int attributeCount, int defaultedCount, const xmlChar **attributes);
    void (*endElementNs)(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri);
    void (*serror)(void *context, const xmlErrorStart *error);
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
xmlParserCtxtPtr xmlNewParserCtxt(void);
void xmlFreeParserCtxt(xmlParserCtxtPtr parser);
xmlDocPtr xmlCtxtReadMemory(xmlParserCtxtPtr parser, const char *buffer, int size, const char *URL, const char *encoding,
                            int options);
htmlParserCtxtPtr htmlNewParserCtxt(void);
void htmlFreeParserCtxt(htmlParserCtxtPtr parser);
xmlDocPtr htmlCtxtReadMemory(htmlParserCtxtPtr parser, const char *buffer, int size, const char *URL, const char *encoding,
                             int options);

#endif
