// The functions of leptonica that are used.
#define LEPTONICA_FUNCTIONS(each)                                                                                      \
    each(setMsgSeverity) each(pixCreateNoInit) each(pixDestroy) each(pixGetWidth) each(pixGetHeight) each(pixGetDepth) \
        each(pixGetWpl) each(pixGetData) each(pixBackgroundNormMorph) each(pixTophat) each(pixRotate)                  \
            each(pixThresholdToBinary) each(pixFindSkew) each(pixOpenBrick) each(pixDilateBrick) each(pixConnCompBB)   \
                each(boxaGetCount) each(boxaGetBoxGeometry) each(boxaDestroy) each(pixReadHeaderMem)                   \
                    each(readHeaderMemTiff) each(pixReadMem) each(pixReadMemTiff) each(pixReadMemJpeg)                 \
                        each(pixConvertTo32) each(pixRemoveAlpha) each(pixGetXRes) each(pixScale) each(pixConvertTo8)  \
                            each(pixGetColormap) each(pixSetXRes) each(pixBlockconv)
