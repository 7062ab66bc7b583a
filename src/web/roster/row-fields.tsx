import { useView } from '../kit/view.js';
import { type AnyForm, ErrorMessage, idOf, type Option } from '../ui/form-fields.js';

/** A list to choose from in a cell of a table; the row and the column are its label. */
export function RowSelect(p: { form: AnyForm; name: string; label: string; options: readonly Option[] }) {
  const id = idOf(p.name);
  const fault = p.form.fault(p.name);
  return (
    <>
      <ErrorMessage id={`${id}-fault`} fault={fault} />
      <select
        id={id}
        name={p.name}
        aria-label={p.label}
        aria-describedby={fault ? `${id}-fault` : undefined}
        aria-invalid={fault ? 'true' : undefined}
        class={`govuk-select app-input-small${fault ? ' govuk-select--error' : ''}`}
      >
        <option value="">Nog niet bekend</option>
        {p.options.map(({ value, text }) => (
          <option key={value} value={value} selected={p.form.text(p.name) === value}>
            {text}
          </option>
        ))}
      </select>
    </>
  );
}

/** Yes or no in a cell of a table. */
export function RowYesNo(p: { form: AnyForm; name: string; label: string }) {
  const { text } = useView();
  const fault = p.form.fault(p.name);
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">{p.label}</legend>
      {fault && <p class="govuk-error-message">{text(fault.code, fault.params)}</p>}
      <div class="govuk-radios govuk-radios--inline govuk-radios--small">
        {(['true', 'false'] as const).map((value, i) => (
          <div class="govuk-radios__item" key={value}>
            <input
              class="govuk-radios__input"
              type="radio"
              id={`${idOf(p.name)}${i ? `-${i}` : ''}`}
              name={p.name}
              value={value}
              checked={p.form.checked(p.name, value)}
            />
            <label class="govuk-label govuk-radios__label" for={`${idOf(p.name)}${i ? `-${i}` : ''}`}>
              {value === 'true' ? 'Ja' : 'Nee'}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
