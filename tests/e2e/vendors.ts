/** What a browser asks its own maker for, whoever is installed in it. */
const vendors =
  /(?:^|\.)(?:google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.(?:com|net|org)|firefox\.com|mozgcp\.net)$/

export const withoutVendors = (hosts: readonly string[]): string[] =>
  hosts.filter((host) => !vendors.test(host.replace(/:\d+$/, '')))
