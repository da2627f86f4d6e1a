// The functions of libxml2 that are used.
#define LIBXML2_FUNCTIONS(each)                                                                                        \
    each(xmlInitParser) each(xmlStopParser) each(xmlNewParserCtxt) each(xmlFreeParserCtxt) each(xmlCtxtReadMemory)     \
        each(htmlNewParserCtxt) each(htmlFreeParserCtxt) each(htmlCtxtReadMemory)
