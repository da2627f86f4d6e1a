/// Where the running program is, and what was installed beside it.
package enum RunningProgram {
    /// The folder that the program's own folder is in: `/usr` of `/usr/bin/nianbao`; nil where the system does not tell.
    package static var prefix: String? {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count)
        guard count > 0, count < path.count else { return nil }
        let text = String(decoding: path.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
        let parts = text.split(separator: "/")
        return parts.count < 2 ? nil : parts.dropLast(2).map { "/" + $0 }.joined()
    }

    /// The folder `share/nianbao/NAME` below the prefix: a package that brings its own libraries brings their data too, wherever it
    /// is unpacked; nil where there is none.
    package static func data(_ name: String) -> String? {
        guard let folder = prefix.map({ $0 + "/share/nianbao/" + name }), access(folder, R_OK | X_OK) == 0 else {
            return nil
        }
        return folder
    }
}
