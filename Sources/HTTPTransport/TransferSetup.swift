import CLibCurl

extension Transfer {
    /// Tells a fresh or reset handle everything about the exchange. Returns the first refusal.
    func configure(_ easy: UnsafeMutableRawPointer) -> HTTPTransportError? {
        var options = EasyOptions(easy)
        setTarget(&options)
        setTrust(&options)
        setMethodAndBody(&options)
        setHeaders(&options)
        setCallbacks(&options)
        return options.refusal
    }

    private func setTarget(_ options: inout EasyOptions) {
        options.set(CURLOPT_URL, request.url)
        options.set(CURLOPT_PROTOCOLS_STR, "http,https")
        options.set(CURLOPT_FOLLOWLOCATION, false)
        options.set(CURLOPT_PATH_AS_IS, true)
        options.set(CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeout)
        options.set(CURLOPT_NOSIGNAL, true)
        // Without this, giving up during a slow name lookup waits for the lookup.
        options.set(CURLOPT_QUICK_EXIT, true)

        // Waiting to share a connection pays only where the handshake tells whether it can be
        // shared. On plain http libcurl knows it after the first answer, and all others would wait.
        let mayShare = configuration.allowHTTP2 && origin.scheme == "https"
        let version = mayShare ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1
        options.set(CURLOPT_HTTP_VERSION, Int(version))
        options.set(CURLOPT_PIPEWAIT, mayShare)
        options.set(CURLOPT_FRESH_CONNECT, request.wantsConnectionFacts)
        options.set(CURLOPT_MAXAGE_CONN, Int(configuration.idleLimit.components.seconds))

        if let proxy = configuration.proxy, origin.scheme == "https" {
            options.set(CURLOPT_PROXY, proxy)
            options.set(CURLOPT_NOPROXY, "")
        } else if origin.isLoopback {
            options.set(CURLOPT_PROXY, "")
        }
        options.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, true)
    }

    private func setTrust(_ options: inout EasyOptions) {
        options.set(CURLOPT_SSL_VERIFYPEER, true)
        options.set(CURLOPT_SSL_VERIFYHOST, 2)
        options.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if configuration.caFile != nil || configuration.caPath != nil {
            options.set(CURLOPT_CAINFO, configuration.caFile)
            options.set(CURLOPT_CAPATH, configuration.caPath)
        }
        options.set(CURLOPT_CERTINFO, request.wantsConnectionFacts)
        options.set(CURLOPT_SSL_SESSIONID_CACHE, !request.wantsConnectionFacts)
    }

    private func setMethodAndBody(_ options: inout EasyOptions) {
        if request.method == "HEAD" {
            options.set(CURLOPT_NOBODY, true)
            return
        }
        let announcesBody = ["POST", "PUT", "PATCH"].contains(request.method)
        if request.body != nil || announcesBody {
            options.set(CURLOPT_POST, true)
            options.set(body: request.body ?? [])
        }
        options.set(CURLOPT_CUSTOMREQUEST, request.method)
    }

    /// The caller's headers, and the removal of those that libcurl would add by itself.
    private func setHeaders(_ options: inout EasyOptions) {
        let names = Set(request.headers.map { $0.name.lowercased() })
        var lines: [String] = []
        for (name, value) in request.headers where name.lowercased() != "content-length" {
            let value = HTTPField.trimmed(value[...])
            lines.append(value.isEmpty ? "\(name);" : "\(name): \(value)")
        }
        for unwanted in ["Content-Type", "Expect"] where !names.contains(unwanted.lowercased()) {
            lines.append("\(unwanted):")
        }
        for line in lines {
            guard let longer = curl_slist_append(headerLines, line) else {
                options.refuse("There is no memory for the headers.")
                return
            }
            headerLines = longer
        }
        options.set(CURLOPT_HTTPHEADER, list: headerLines)
        options.set(CURLOPT_USERAGENT, configuration.userAgent)
        if !names.contains("accept-encoding") { options.set(CURLOPT_ACCEPT_ENCODING, "") }
    }

    private func setCallbacks(_ options: inout EasyOptions) {
        options.set(CURLOPT_PRIVATE, pointer: context)
        options.set(CURLOPT_ERRORBUFFER, pointer: UnsafeMutableRawPointer(errorText))
        options.set(CURLOPT_WRITEFUNCTION, callback: takeBody)
        options.set(CURLOPT_WRITEDATA, pointer: context)
        options.set(CURLOPT_HEADERFUNCTION, callback: takeHeader)
        options.set(CURLOPT_HEADERDATA, pointer: context)
        options.set(socket: noteSocket)
        options.set(CURLOPT_SOCKOPTDATA, pointer: context)
        options.set(prereq: mayLeave)
        options.set(CURLOPT_PREREQDATA, pointer: context)
    }
}
