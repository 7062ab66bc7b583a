import type { ComponentChildren } from 'preact';
import { useView } from '../kit/view.js';
import { type AnyForm, ErrorMessage, idOf } from './form-fields.js';

/** `rowName` names the row a fault belongs to, where one message can occur many times. */
export function ErrorSummary({ form, rowName }: { form: AnyForm; rowName?: (field: string) => string | undefined }) {
  const { t, text } = useView();
  if (form.valid) return null;
  return (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{t('error.summary', { count: form.faults.length })}</h2>
        <ul class="govuk-list govuk-error-summary__list">
          {form.faults.map((fault) => {
            const row = rowName?.(fault.field);
            const sentence = `${row ? `${row}: ` : ''}${text(fault.code, fault.params)}`;
            return (
              <li key={fault.field}>{fault.field ? <a href={`#${idOf(fault.field)}`}>{sentence}</a> : sentence}</li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** What a form sends unseen: the key that makes sending twice harmless, the version that was read, and what you add. */
export function HiddenFields({ form, values = {} }: { form: AnyForm; values?: Record<string, string | number> }) {
  return (
    <>
      <input type="hidden" name="idempotencyKey" value={form.idempotencyKey} />
      {form.version !== undefined && <input type="hidden" name="version" value={form.version} />}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** The bar with the main button; sticks to the bottom of the screen, so that a long list can be saved from anywhere. */
export function SaveBar(p: {
  save: string;
  cancel?: { href: string; text?: string };
  /** A count or reminder beside the button. */
  status?: ComponentChildren;
}) {
  const { t } = useView();
  return (
    <div class="app-save-bar">
      <button class="govuk-button">{p.save}</button>
      {p.cancel && (
        <a class="govuk-link govuk-link--no-visited-state" href={p.cancel.href}>
          {p.cancel.text ?? t('block.cancel')}
        </a>
      )}
      {p.status && <div class="app-save-bar__status">{p.status}</div>}
    </div>
  );
}

/** A group of fields on a card, with its own heading. */
export const FieldsetCard = (p: { legend: string; id?: string; hint?: string; children: ComponentChildren }) => (
  <fieldset class="app-card app-fieldset" id={p.id} tabIndex={p.id ? -1 : undefined}>
    <legend class="govuk-heading-m">{p.legend}</legend>
    {p.hint && <p class="govuk-hint app-card__intro">{p.hint}</p>}
    {p.children}
  </fieldset>
);

/** Fields in two columns where there is room. */
export const FieldGrid = ({ children }: { children: ComponentChildren }) => <div class="app-fields">{children}</div>;

export interface ChecklistProps {
  form: AnyForm;
  /** The list in the DTO: rows are sent as `name.0.<idField>`, `name.0.<checkField>`, `name.0.<textField>`. */
  name: string;
  rows: readonly { id: string; label: string; note?: string }[];
  idField: string;
  checkField: string;
  textField?: string;
  allLabel: string;
  textLabel?: string;
  /** Name of a row's text field for a screen reader, such as "Opmerking bij Amira". */
  textLabelFor?: (label: string) => string;
}

/** A long list of people with a box each, and a line of text where wanted; "everyone" comes with the script. */
export function Checklist({ form, name, rows, idField, checkField, textField, ...p }: ChecklistProps) {
  return (
    <div class={`app-checklist${textField ? ' app-checklist--text' : ''}`} data-checklist>
      <ErrorMessage id={`${idOf(name)}-fault`} fault={form.fault(name)} />
      <div class="app-checklist__head">
        <div class="govuk-checkboxes govuk-checkboxes--small app-with-script">
          <div class="govuk-checkboxes__item">
            <input class="govuk-checkboxes__input" type="checkbox" id={`${idOf(name)}-all`} data-check-all />
            <label class="govuk-label govuk-checkboxes__label" for={`${idOf(name)}-all`}>
              <strong>{p.allLabel}</strong>
            </label>
          </div>
        </div>
        {textField && <strong aria-hidden="true">{p.textLabel}</strong>}
      </div>
      <ul>
        {rows.map((row, i) => {
          const check = `${name}.${i}.${checkField}`;
          return (
            <li key={row.id} class="app-checklist__row">
              <input type="hidden" name={`${name}.${i}.${idField}`} value={row.id} />
              <div class="govuk-checkboxes govuk-checkboxes--small">
                <div class="govuk-checkboxes__item">
                  <input
                    class="govuk-checkboxes__input"
                    type="checkbox"
                    id={idOf(check)}
                    name={check}
                    checked={form.checked(check)}
                    data-check
                  />
                  <label class="govuk-label govuk-checkboxes__label" for={idOf(check)}>
                    {row.label}
                    {row.note && <span class="app-muted"> {row.note}</span>}
                  </label>
                </div>
              </div>
              {textField && (
                <RowText
                  form={form}
                  name={`${name}.${i}.${textField}`}
                  label={p.textLabelFor?.(row.label) ?? `${p.textLabel}: ${row.label}`}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function RowText({ form, name, label }: { form: AnyForm; name: string; label: string }) {
  const fault = form.fault(name);
  return (
    <div>
      <ErrorMessage id={`${idOf(name)}-fault`} fault={fault} />
      <input
        class={`govuk-input app-input-small${fault ? ' govuk-input--error' : ''}`}
        id={idOf(name)}
        name={name}
        value={form.text(name)}
        aria-label={label}
        aria-describedby={fault ? `${idOf(name)}-fault` : undefined}
        aria-invalid={fault ? 'true' : undefined}
        autocomplete="off"
      />
    </div>
  );
}

/** "25 van 28": counts the ticked boxes of the Checklist in the same form while they change. `%` stands for the count. */
export const CheckCount = ({ count, template }: { count: number; template: string }) => (
  <p role="status" data-count={template}>
    {template.replace('%', String(count))}
  </p>
);
