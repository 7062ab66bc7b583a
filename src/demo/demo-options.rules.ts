export interface DemoOptions {
  json: boolean;
  reset: boolean;
  /** null: 3000, or any free port when that is taken. */
  port: number | null;
}

/** Reads `--json --reset --port 3001`; throws a sentence for the person at the keyboard. */
export function demoOptions(args: string[]): DemoOptions {
  const options: DemoOptions = { json: false, reset: false, port: null };
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = args[i]!.split('=', 2) as [string, string | undefined];
    if (name === '--json') options.json = true;
    else if (name === '--reset') options.reset = true;
    else if (name === '--port') {
      const text = inline ?? args[++i];
      const port = Number(text);
      if (!text || !Number.isInteger(port) || port < 0 || port > 65_535)
        throw new Error(`--port wants a number from 0 to 65535, not "${text ?? ''}".`);
      options.port = port;
    } else throw new Error(`Unknown option ${name}. Known: --json, --reset, --port <number>.`);
  }
  return options;
}
