/** Stroke icons of 24 by 24; never the only carrier of a meaning, so hidden for screen readers. */
const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  minus: 'M6 12h12',
  plus: 'M12 5.5v13M5.5 12h13',
  shield: 'M12 3l7 3v5c0 4.5-3 8.3-7 10-4-1.7-7-5.5-7-10V6zM8.5 12l2.5 2.5 4.5-5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0 -17zM12 7.5V12l3 2',
  phone: 'M6 3.5h3l1.5 4-2 1.5a11 11 0 006.5 6.5l1.5-2 4 1.5v3c0 1-1 2-2 2C11 20.5 4 13 4 5.5c0-1 1-2 2-2z',
  mail: 'M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5',
  print: 'M7 9V3.5h10V9M7 17H4V9.5h16V17h-3M7 14h10v6.5H7z',
  folder: 'M3.5 6.5a1 1 0 011-1H10l2 2.5h7.5a1 1 0 011 1v9a1 1 0 01-1 1h-15a1 1 0 01-1-1z',
  group:
    'M9 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0 -7zM2.5 19.5c.5-3.5 3-5.5 6.5-5.5s6 2 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .8 3.2 2.5 3.5 5',
  person: 'M12 3.5a4 4 0 1 0 0 8a4 4 0 1 0 0 -8zM4.5 20.5c.7-4 3.5-6 7.5-6s6.8 2 7.5 6',
  chart: 'M4 20.5h16M6.5 17v-5M12 17V5M17.5 17V9',
  upload: 'M12 15.5V4.5M7.5 8.5l4.5-4.5 4.5 4.5M4.5 15v4.5h15V15',
  download: 'M12 4.5v11M7.5 11.5l4.5 4.5 4.5-4.5M4.5 15v4.5h15V15',
  book: 'M12 6.5C10 5 7 4.5 3.5 4.5v13.5c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4.5C17 4.5 14 5 12 6.5zM12 6.5V20',
  eye: 'M2.5 12C4.5 7.8 8 5.5 12 5.5s7.5 2.3 9.5 6.5c-2 4.2-5.5 6.5-9.5 6.5S4.5 16.2 2.5 12zM12 9a3 3 0 1 0 0 6a3 3 0 1 0 0 -6z',
  pencil: 'M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3',
  calendar: 'M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4',
  pin: 'M12 20.5c4.5-5 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2 6 6.5 11zM12 7.5a2 2 0 1 0 0 4a2 2 0 1 0 0 -4z',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0 -17zM12 11v5M12 7.8v.2',
  warning: 'M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.2',
  arrow: 'M9 5.5l6.5 6.5L9 18.5',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0 -13zM15.5 15.5l5 5',
  chat: 'M4 5h16v11H10l-4.5 4v-4H4z',
  sparkle: 'M12 3.5l2 6 6 2.5-6 2.5-2 6-2-6-6-2.5 6-2.5z',
} as const;
export type IconName = keyof typeof paths;

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="app-icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);

/** Our own neutral mark: three steps up, from vmbo to mbo. */
export const Mark = () => (
  <svg class="app-mark" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="9" fill="currentColor" />
    <path
      d="M7 24h6v-5h6v-5h6V8"
      fill="none"
      stroke="#fff"
      stroke-width="3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
