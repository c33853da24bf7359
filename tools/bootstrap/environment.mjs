/** What a person may have set about the registry, the network and the cache; everything else npm puts there is about its own run. */
const KEPT =
  /^npm_config_(registry|@.*:registry|userconfig|globalconfig|cache|cafile|ca|strict_ssl|proxy|https_proxy|noproxy|offline|prefer_offline|_auth.*|\/\/.*)$/i;

/** The environment without the variables of the npm that may have started us: they would steer a nested npm. */
export function withoutNpm(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_/i.test(name) || KEPT.test(name)));
}
