import type { Phrase } from './translate.ts';

const viaProxy = '请检查 HTTPS_PROXY 与 HTTP_PROXY，或将主机写入 NO_PROXY';
const clientCertificate = '请在配置文件中以 tls.cert 和 tls.key 指定';

/** What to do about a connection, as `wire` says it. */
const advices: readonly Phrase[] = [
  ['the proxy requires credentials: write {variable}', '代理需要凭证：请写作 {variable}'],
  ['the proxy refuses that host: {advice}', `代理不允许访问该主机：${viaProxy}`],
  [
    'the proxy does not speak the protocol of its URL, http:// or https://: {advice}',
    `代理使用的协议与其 URL 不符：${viaProxy}`,
  ],
  ['the proxy cannot be reached: {advice}', `无法连接代理：${viaProxy}`],
  [
    'nothing listens there: is the service up, and is the port of the URL right?',
    '该地址无人监听：服务是否已启动？URL 的端口是否正确？',
  ],
  [
    'no host has that name: is the URL right, and does this machine use the right DNS?',
    '没有该名称的主机：URL 是否正确？本机的 DNS 是否正确？',
  ],
  ['the name could not be looked up: can this machine reach its DNS?', '无法解析主机名：本机能否访问 DNS？'],
  [
    'no route leads there from this machine: is a VPN or a proxy needed?',
    '本机没有到该地址的路由：是否需要 VPN 或代理？',
  ],
  ['this machine blocks requests to that address', '本机不允许向该地址发送请求'],
  ['allow it more time with limits.requestMs', '请用 limits.requestMs 延长时限'],
  ['allow it more time with limits.hookMs', '请用 limits.hookMs 延长时限'],
  [
    'nothing comes back from that address: is a firewall in between, or a proxy needed (HTTPS_PROXY)?',
    '该地址没有任何响应：中间是否有防火墙？是否需要代理（HTTPS_PROXY）？',
  ],
  [
    'its certificate is for another name: use a URL with a name of the certificate, or have one issued for this name',
    '证书属于其他名称：请使用证书所属名称的 URL，或为此名称签发证书',
  ],
  [
    'its certificate has expired: renew it, or correct the clock of this machine',
    '证书已过期：请更新证书，或校准本机时钟',
  ],
  ['its certificate is not valid yet: is the clock of this machine right?', '证书尚未生效：本机时钟是否正确？'],
  [
    'the signer of its certificate is not known here: name the certificate or its authority as tls.ca in the config file',
    '证书的签发者未知：请在配置文件中以 tls.ca 指定该证书或其签发机构',
  ],
  [
    'its certificate is not accepted: name the authority that signed it as tls.ca in the config file',
    '证书不被接受：请在配置文件中以 tls.ca 指定其签发机构',
  ],
  [
    'it requires a client certificate: the suite sends the hook none, so the hook must not require one',
    '它要求客户端证书，而发给钩子的请求不带证书：请让它不作要求',
  ],
  ['it requires a client certificate: {advice}', `它要求客户端证书：${clientCertificate}`],
  [
    'it does not accept the client certificate: was tls.cert signed by an authority that it knows?',
    '它不接受客户端证书：tls.cert 是否由其所知的机构签发？',
  ],
  ['it speaks only HTTP/2: enable HTTP/1.1 as well', '它只支持 HTTP/2：请让它同时支持 HTTP/1.1'],
  [
    'it speaks no version of TLS that this machine accepts: enable TLS 1.2 or 1.3',
    '它不支持此处可用的 TLS 版本：请让它支持 TLS 1.2 或 1.3',
  ],
  [
    'it ends the TLS handshake, which usually means that it requires a client certificate: {advice}',
    `它中断了 TLS 握手，要求客户端证书的服务器会这样做：${clientCertificate}`,
  ],
  [
    'that port does not speak TLS: write http:// in the URL, or use the HTTPS port',
    '该端口不使用 TLS：请在 URL 中写 http://，或写 HTTPS 的端口',
  ],
  ['that port speaks HTTPS: write https:// in the URL', '该端口使用 HTTPS：请在 URL 中写 https://'],
  ['it answers, but the headers of its answer exceed 16 KB: make them smaller', '它有响应，但响应头超过 16 KB：请减小'],
  [
    'it answers, but not in HTTP that Node can read: {advice}',
    '它有响应，但不是 Node 能读取的 HTTP：请检查其前面的设备',
  ],
  [
    'something answers there, but not in HTTP/1.1: {advice}',
    '该地址有响应，但不是 HTTP/1.1：端口是否正确？HTTPS 需在 URL 中写 https://，此处不支持仅 HTTP/2',
  ],
  ['the body of its answer does not match its Content-Encoding', '响应体的压缩方式与其 Content-Encoding 不符'],
  [
    'the request could not be written: does the token or a header contain a character that headers cannot have?',
    '请求无法写出：令牌或请求头中是否有不允许的字符？',
  ],
  [
    'it ends the connection without an answer: does it speak HTTPS (https:// in the URL)?',
    '它不响应就断开连接：该处是否使用 HTTPS（URL 中写 https://）？',
  ],
  [
    'it ends the connection without an answer: does it require a client certificate{rest}',
    '它不响应就断开连接：是否要求客户端证书？',
  ],
  [
    'it redirects to {url}, and redirects are not followed: give the final address as {flag}',
    '它重定向到 {url}，而重定向不会被跟随：请以最终地址作为 {flag}',
  ],
  ['it redirects, and redirects are not followed: use {flag}', '它作了重定向，而重定向不会被跟随：请使用 {flag}'],
  ['is the URL right, and is the service up?', 'URL 是否正确？服务是否已启动？'],
];

/** Alone, or with what the client said behind it. */
export const adviceZh: readonly Phrase[] = [
  ...advices.map(([english, chinese]): Phrase => [`${english} ({detail})`, `${chinese}（{detail}）`]),
  ...advices,
];
