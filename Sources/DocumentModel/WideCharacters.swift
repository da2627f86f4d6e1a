/// A character of Chinese, Japanese or Korean text, as wide as it is high; its neighbours stand beside it without a blank.
package func isWide(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.value ?? 0 {
    // Full-width digits are numbers first; they are told from CJK text by what stands around them.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD, 0x2018...0x201D, 0x2014, 0x2026:
        true
    default: false
    }
}
