import type { GroupProgress } from '../../dossier/overview.types.js';

const parts = [
  { key: 'reflected', text: 'Schreef een reflectie', tone: 'done' },
  { key: 'onlyActivities', text: 'Wel een activiteit, nog geen reflectie', tone: 'half' },
  { key: 'nothing', text: 'Nog geen activiteit', tone: 'none' },
] as const;

/** How far each group is, a bar per group; the table beside it says the same in figures. */
export function GroupBars({ groups }: { groups: readonly GroupProgress[] }) {
  const widest = Math.max(...groups.map(({ pupils }) => pupils), 1);
  return (
    <div class="app-bars" aria-hidden="true">
      <ul class="app-bars__key">
        {parts.map(({ key, text, tone }) => (
          <li key={key}>
            <svg width="14" height="14">
              <rect width="14" height="14" rx="3" class={`app-bars__${tone}`} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
      {groups.map((group) => (
        <div key={group.groupId} class="app-bars__row">
          <span>{group.group}</span>
          <Bar group={group} widest={widest} />
        </div>
      ))}
    </div>
  );
}

function Bar({ group, widest }: { group: GroupProgress; widest: number }) {
  let from = 0;
  return (
    <svg width="100%" height="24">
      {parts.map(({ key, tone }) => {
        const count = group[key];
        if (count === 0) return null;
        const x = (from / widest) * 100;
        const width = (count / widest) * 100;
        from += count;
        return (
          <g key={key}>
            <rect x={`${x}%`} y="1" width={`${width}%`} height="22" rx="3" class={`app-bars__${tone}`} />
            <text x={`${x + width / 2}%`} y="17" text-anchor="middle" class={`app-bars__on-${tone}`}>
              {count}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
