import type { Line } from './cast.types.js';

const line = (
  key: string,
  location: string,
  year: number,
  leerweg: Line['leerweg'],
  profiel: Line['profiel'],
  names: string,
  size: number,
): Line => ({ key, school: key.split('-')[0] ?? '', location, year, leerweg, profiel, names: names.split(' '), size });

/** Each cohort as it is this year, with the names of its groups from year 1 up. */
export const lines: Line[] = [
  line('sluis-k4p', 'sluis-dok', 4, 'kb', 'PIE', 'k1a k2a k3p k4p', 24),
  line('sluis-b4z', 'sluis-kade', 4, 'bb', 'ZW', 'b1a b2a b3z b4z', 22),
  line('sluis-k4e', 'sluis-kade', 4, 'kb', 'EO', 'k1b k2b k3e k4e', 26),
  line('sluis-b3b', 'sluis-dok', 3, 'bb', 'BWI', 'b1a b2a b3b b4b', 22),
  line('sluis-k3z', 'sluis-kade', 3, 'kb', 'ZW', 'k1a k2a k3z k4z', 26),
  line('sluis-b2a', 'sluis-kade', 2, 'bb', null, 'b1a b2a b3p b4p', 21),
  line('sluis-k2a', 'sluis-kade', 2, 'kb', null, 'k1a k2a k3e k4e', 25),
  line('sluis-b1a', 'sluis-kade', 1, 'bb', null, 'b1a b2a b3z b4z', 22),
  line('sluis-k1a', 'sluis-kade', 1, 'kb', null, 'k1a k2a k3p k4p', 26),
  line('brand-t4a', 'brand-hof', 4, 'tl', null, 'm1a m2a m3a m4a', 27),
  line('brand-k4d', 'brand-hof', 4, 'kb', 'DP', 'k1a k2a k3d k4d', 24),
  line('brand-t3a', 'brand-hof', 3, 'tl', null, 'm1a m2a m3a m4a', 28),
  line('brand-g3m', 'brand-hof', 3, 'gl', 'MVI', 'g1a g2a g3m g4m', 23),
  line('brand-t2a', 'brand-hof', 2, 'tl', null, 'm1a m2a m3a m4a', 27),
  line('brand-k2a', 'brand-hof', 2, 'kb', null, 'k1a k2a k3d k4d', 24),
  line('brand-t1a', 'brand-hof', 1, 'tl', null, 'm1a m2a m3a m4a', 28),
  line('brand-k1a', 'brand-hof', 1, 'kb', null, 'k1a k2a k3d k4d', 24),
  line('meent-b4g', 'meent-dijk', 4, 'bb', 'GROEN', '1b 2b 3b 4b', 20),
  line('meent-g4g', 'meent-dijk', 4, 'gl', 'GROEN', '1g 2g 3g 4g', 23),
  line('meent-k3g', 'meent-dijk', 3, 'kb', 'GROEN', '1k 2k 3k 4k', 22),
  line('meent-b2g', 'meent-dijk', 2, 'bb', null, '1b 2b 3b 4b', 21),
  line('meent-k1g', 'meent-dijk', 1, 'kb', null, '1k 2k 3k 4k', 24),
  line('tolders-p5', 'tolders-plein', 5, 'pro', null, 'P1 P2 P3 P4 P5', 12),
  line('tolders-p4', 'tolders-plein', 4, 'pro', null, 'P1 P2 P3 P4 P5', 13),
  line('tolders-p3', 'tolders-plein', 3, 'pro', null, 'P1 P2 P3 P4 P5', 14),
  line('tolders-p2', 'tolders-plein', 2, 'pro', null, 'P1 P2 P3 P4 P5', 15),
  line('tolders-p1', 'tolders-plein', 1, 'pro', null, 'P1 P2 P3 P4 P5', 14),
  // Left last summer; kept for who repeats the last year.
  line('sluis-k5p', 'sluis-dok', 5, 'kb', 'PIE', 'k1a k2a k3p k4p', 0),
];
