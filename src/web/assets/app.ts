// Everything here is a comfort: every page and every form works without it.
document.documentElement.classList.add('with-script');

// What is wrong comes first.
const summary = document.querySelector<HTMLElement>('.govuk-error-summary');
summary?.setAttribute('tabindex', '-1');
summary?.focus();

// Links in messages and QR codes carry their code behind the #, which browsers send to nobody. It goes from the address
// bar into the form; that of an invitation waits in this tab while someone signs in first.
const carried = new URLSearchParams(location.hash.slice(1));
for (const field of document.querySelectorAll<HTMLInputElement>('[data-from-link]')) {
  const name = field.dataset.fromLink ?? '';
  const kept = 'keep' in field.dataset ? `${location.pathname} ${name}` : undefined;
  const value = carried.get(name);
  if (value) history.replaceState(null, '', location.pathname + location.search);
  if (value && kept) sessionStorage.setItem(kept, value);
  if (!field.value) field.value = value ?? (kept && sessionStorage.getItem(kept)) ?? '';
}

// Characters left; said aloud only after typing has stopped.
for (const box of document.querySelectorAll<HTMLElement>('[data-counter]')) {
  const area = box.querySelector('textarea');
  const shown = box.querySelector<HTMLElement>('.app-counter');
  const spoken = box.querySelector<HTMLElement>('[data-counter-status]');
  if (!area || !shown || !spoken) continue;
  const max = Number(box.dataset.counter);
  let pause = 0;
  const show = () => {
    const left = max - area.value.length;
    const template = left < 0 ? box.dataset.over : box.dataset.left;
    shown.textContent = (template ?? '%').replace('%', String(Math.abs(left)));
    shown.classList.toggle('app-counter--over', left < 0);
    clearTimeout(pause);
    pause = setTimeout(() => (spoken.textContent = shown.textContent), 1000);
  };
  area.addEventListener('input', show);
  if (area.value) show();
}

// "Everyone", and the running count.
for (const list of document.querySelectorAll<HTMLElement>('[data-checklist]')) {
  const all = list.querySelector<HTMLInputElement>('[data-check-all]');
  const boxes = [...list.querySelectorAll<HTMLInputElement>('[data-check]')];
  const count = list.closest('form')?.querySelector<HTMLElement>('[data-count]');
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    if (all) {
      all.checked = ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
    }
    if (count) count.textContent = (count.dataset.count ?? '%').replace('%', String(ticked));
  };
  all?.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
  });
  list.addEventListener('change', show);
  show();
}

// No double submit (the server would not mind), no silent loss of what was typed.
for (const form of document.querySelectorAll('form')) {
  let sent = false;
  let changed = false;
  form.addEventListener('input', () => (changed = true));
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
    setTimeout(() => (sent = false), 5000);
  });
  addEventListener('pageshow', () => (sent = false));
  if (form.hasAttribute('data-guarded')) {
    addEventListener('beforeunload', (event) => {
      if (changed && !sent) event.preventDefault();
    });
  }
}

for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());
