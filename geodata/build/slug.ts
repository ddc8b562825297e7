/** "Slampes Kultūras pils" -> "slampes-kulturas-pils": letters without marks, everything else a hyphen. */
export function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
