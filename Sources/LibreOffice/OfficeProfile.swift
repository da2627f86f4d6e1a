/// The settings of a LibreOffice that nobody looks at: no macros, nothing loaded from anywhere, nothing recovered.
enum OfficeProfile {
    /// The file `user/registrymodifications.xcu` of a profile.
    static let settings: String = {
        let items = values.map { path, name, value in
            "<item oor:path=\"/org.openoffice.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\"><value>\(value)</value></prop></item>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            \(items.joined(separator: "\n"))
            </oor:items>

            """
    }()

    private static let values: [(path: String, name: String, value: String)] = [
        ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
        ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
        ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
        // Links of texts and sheets are never followed.
        ("Office.Writer/Content/Update", "Link", "0"), ("Office.Calc/Content/Update", "Link", "2"),
        // Whatever asks for the network asks a proxy that is not there.
        ("Inet/Settings", "ooInetProxyType", "2"), ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
        ("Inet/Settings", "ooInetHTTPProxyPort", "9"), ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
        ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
        // Results of formulas are those that the file has.
        ("Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"), ("Office.Calc/Formula/Load", "ODFRecalcMode", "1"),
        ("Office.Recovery/AutoSave", "Enabled", "false"), ("Office.Common/Misc", "FirstRun", "false"),
        ("Setup/Office", "ooSetupInstCompleted", "true"), ("Office.Common/Misc", "CrashReport", "false"),
    ]
}
