import type { ComponentChildren } from 'preact';
import { ErrorMessage, type FieldProps, idOf, type Option, Optional, typed } from './form-fields.js';

/** The question above a group of boxes or rounds. */
function Fieldset({ children, ...p }: FieldProps & { children: ComponentChildren }) {
  const id = idOf(p.name);
  const fault = p.form.fault(p.name);
  const describedBy = [p.hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  return (
    <div class={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy}>
        <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${p.labelSize ?? 's'}`}>
          {p.label}
          <Optional show={p.optional} />
        </legend>
        {p.hint && (
          <div id={`${id}-hint`} class="govuk-hint">
            {p.hint}
          </div>
        )}
        <ErrorMessage id={`${id}-fault`} fault={fault} />
        {children}
      </fieldset>
    </div>
  );
}

export function Radios({
  options,
  inline,
  small,
  ...p
}: FieldProps & { options: readonly Option[]; inline?: boolean; small?: boolean }) {
  const id = idOf(p.name);
  return (
    <Fieldset {...p}>
      <div class={`govuk-radios${inline ? ' govuk-radios--inline' : ''}${small ? ' govuk-radios--small' : ''}`}>
        {options.map((o, i) => (
          <Choice
            kind="radio"
            key={o.value}
            id={i ? `${id}-${o.value}` : id}
            name={p.name}
            option={o}
            checked={p.form.checked(p.name, o.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

/** Several of a list. Sent as `name.0`, `name.1`, … and read as an array of the ticked values. */
export function Checkboxes({
  options,
  small,
  columns,
  ...p
}: FieldProps & { options: readonly Option[]; small?: boolean; columns?: boolean }) {
  const id = idOf(p.name);
  return (
    <Fieldset {...p}>
      <div class={`govuk-checkboxes${small ? ' govuk-checkboxes--small' : ''}${columns ? ' app-choices-columns' : ''}`}>
        {options.map((o, i) => (
          <Choice
            kind="checkbox"
            key={o.value}
            id={i ? `${id}-${i}` : id}
            name={`${p.name}.${i}`}
            option={o}
            checked={p.form.includes(p.name, o.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

/** One box, yes or no: a boolean with a default of false in the DTO. */
export function Checkbox({ small, ...p }: FieldProps & { small?: boolean }) {
  const id = idOf(p.name);
  const fault = p.form.fault(p.name);
  return (
    <div class={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <ErrorMessage id={`${id}-fault`} fault={fault} />
      <div class={`govuk-checkboxes${small ? ' govuk-checkboxes--small' : ''}`}>
        <Choice
          kind="checkbox"
          id={id}
          name={p.name}
          option={{ value: 'on', text: p.label, hint: p.hint }}
          checked={p.form.checked(p.name)}
          describedBy={fault && `${id}-fault`}
        />
      </div>
    </div>
  );
}

interface ChoiceProps {
  kind: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  checked: boolean;
  describedBy?: string;
}
function Choice({ kind, id, name, option, checked, describedBy }: ChoiceProps) {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const descriptions = [option.hint && `${id}-item-hint`, describedBy].filter(Boolean).join(' ') || undefined;
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        id={id}
        name={name}
        {...typed(kind)}
        value={option.value}
        checked={checked}
        aria-describedby={descriptions}
      />
      <label class={`govuk-label ${block}__label`} for={id}>
        {option.text}
      </label>
      {option.hint && (
        <div id={`${id}-item-hint`} class={`govuk-hint ${block}__hint`}>
          {option.hint}
        </div>
      )}
    </div>
  );
}
