import type { ComponentChildren } from 'preact';
import { asset } from '../kit/assets.js';
import { useView, ViewContext } from '../kit/view.js';
import { Icon, Mark } from './icons.js';
import { currentItem, homeFor, navFor } from './nav.js';

export interface LayoutProps {
  title: string;
  /** The form on this page came back with faults: the title says so first. */
  fault?: boolean;
  back?: { href: string; text: string };
  /** narrow: sign-in; text: reading and forms (default); wide: lists, dossiers. */
  width?: 'narrow' | 'text' | 'wide';
  /** Every text of the page comes from the catalogue: the page may be in English and shows the switch. */
  translated?: boolean;
  /** A page made for paper, of <Sheet>s: on screen a preview with a print button, on paper the sheets alone. */
  print?: boolean;
  children: ComponentChildren;
}

/** The document around each page. A page that is not translated is Dutch as a whole, whatever was chosen. */
export function Layout(props: LayoutProps) {
  const asked = useView();
  const view = props.translated ? asked : asked.in('nl');
  return (
    <ViewContext.Provider value={view}>
      <Document {...props} />
    </ViewContext.Provider>
  );
}

function Document({ title, fault, back, width = 'text', translated, print, children }: LayoutProps) {
  const { t, locale, user } = useView();
  const choice = translated && user?.kind !== 'staff';
  const tabs = user?.kind === 'pupil';
  return (
    <html lang={locale} class="govuk-template app-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light" />
        <meta name="theme-color" content="#ffffff" />
        <meta name="robots" content="noindex" />
        <title>{`${fault ? `${t('error.prefix')} ` : ''}${title} – ${t('app.name')}`}</title>
        <link rel="preload" href={asset('text.woff2')} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={asset('app.css')} />
        <link rel="icon" href={asset('merk.svg')} type="image/svg+xml" />
        <script type="module" src={asset('app.js')} />
      </head>
      <body class={`govuk-template__body app-body${tabs ? ' app-body--tabs' : ''}${print ? ' app-body--print' : ''}`}>
        <a href="#inhoud" class="govuk-skip-link">
          {t('app.skip')}
        </a>
        <Header tabs={tabs} />
        <div class={`govuk-width-container app-page app-page--${width}`}>
          {(back || choice) && (
            <div class="app-topline">
              {back && (
                <nav aria-label={back.text}>
                  <a class="govuk-back-link" href={back.href}>
                    {back.text}
                  </a>
                </nav>
              )}
              {choice && <LanguageSwitch />}
            </div>
          )}
          <main class="app-main" id="inhoud">
            <FlashMessage />
            {children}
          </main>
        </div>
        <Footer />
      </body>
    </html>
  );
}

function Header({ tabs }: { tabs: boolean }) {
  const { t, user, path } = useView();
  const menu = navFor(user);
  const current = currentItem(menu, path);
  return (
    <header class="app-header">
      <div class="govuk-width-container app-header__bar">
        <a class="app-header__brand" href={user ? homeFor(user) : '/'}>
          <Mark />
          <span>{t('app.name')}</span>
        </a>
        {user && (
          <div class="app-header__user">
            <p>
              <strong>{user.name}</strong>
              {(user.schoolName ?? user.elsewhere) && (
                <span>
                  {user.schoolName ?? t('switch.guardian')}
                  {user.elsewhere && (
                    <>
                      {' · '}
                      <a href="/sessie/wissel">{t('switch.link')}</a>
                    </>
                  )}
                </span>
              )}
            </p>
            {user.factor !== 'needed' && (
              <a class="app-header__account" href="/account" aria-current={path === '/account' ? 'page' : undefined}>
                <Icon name="person" />
                <span>{t('app.account')}</span>
              </a>
            )}
            <form method="post" action="/afmelden">
              <button class="app-link-button">{t('app.sign-out')}</button>
            </form>
          </div>
        )}
        {menu.length > 0 && (
          <nav class={`app-nav${tabs ? ' app-nav--tabs' : ''}`} aria-label={t('app.main-menu')}>
            <ul>
              {menu.map((item) => (
                <li key={item.href}>
                  <a
                    class="app-nav__link"
                    href={item.href}
                    aria-current={item !== current ? undefined : item.href === path ? 'page' : 'true'}
                  >
                    <Icon name={item.icon} />
                    <span>{t(item.text)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

function LanguageSwitch() {
  const { t, locale, returnPath } = useView();
  const other = locale === 'nl' ? 'en' : 'nl';
  return (
    <form class="app-language" method="post" action="/taal">
      <input type="hidden" name="terug" value={returnPath} />
      <button class="app-link-button" name="taal" value={other} lang={other}>
        {t('app.other-language')}
      </button>
    </form>
  );
}

function FlashMessage() {
  const { t, text, flash } = useView();
  if (!flash) return null;
  return (
    <div class="app-flash" role="status">
      <Icon name="check" />
      <p>
        <span class="govuk-visually-hidden">{t('app.done')}: </span>
        {text(flash.key, flash.params)}
      </p>
    </div>
  );
}

function Footer() {
  const { t, user } = useView();
  const staff = user?.kind === 'staff' && user.factor !== 'needed';
  const links = [
    ...(staff ? [['/noodtoegang', t('emergency.title')] as const] : []),
    ['/toegankelijkheid', t('app.accessibility')],
    ['/privacy', t('app.privacy')],
    ['/hulp', t('app.help')],
  ] as const;
  return (
    <footer class="app-footer">
      <div class="govuk-width-container app-footer__row">
        <p>{t('app.tagline')}</p>
        <nav aria-label={t('app.about')}>
          <ul>
            {links.map(([href, text]) => (
              <li key={href}>
                <a class="govuk-link govuk-link--no-visited-state" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
