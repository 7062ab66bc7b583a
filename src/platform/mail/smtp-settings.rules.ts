export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte (smtps); otherwise STARTTLS, without which nothing is sent. */
  secure: boolean;
  /** Only to a mail server on this machine, and only when that is asked for. */
  plain: boolean;
  user?: string;
  password?: string;
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** `smtps://login:password@host:465` or `smtp://host:587`; undefined for what is none of these. */
export function readSmtpUrl(value: string): SmtpSettings | undefined {
  if (!URL.canParse(value)) return undefined;
  const url = new URL(value);
  const secure = url.protocol === 'smtps:';
  if (!secure && url.protocol !== 'smtp:') return undefined;
  if (!url.hostname || (url.pathname !== '' && url.pathname !== '/') || url.hash) return undefined;
  const plain = url.search === '?tls=no';
  if ((url.search !== '' && !plain) || (plain && (secure || !loopback.includes(url.hostname)))) return undefined;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    plain,
    ...(url.username ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } : {}),
  };
}
