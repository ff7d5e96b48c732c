/** A page as it came back. */
export interface Seen {
  readonly status: number;
  readonly path: string;
  readonly headers: Headers;
  readonly html: string;
  /** What a reader reads: tags left out, white space folded. */
  readonly text: string;
}

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Somebody with a browser without JavaScript: keeps cookies, follows redirects, fills in forms. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  static async signedIn(url: string, username: string, password: string, language = 'en'): Promise<Visitor> {
    const visitor = new Visitor(url);
    const form = await visitor.visit(`/sign-in?lang=${language}`);
    const home = await visitor.submit(form, '/sign-in', { username, password });
    if (home.status !== 200 || home.path === '/sign-in') {
      throw new Error(`${username} could not sign in: ${home.status} ${home.text.slice(0, 300)}`);
    }
    return visitor;
  }

  /** As the `Cookie` header carries it. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  visit(path: string): Promise<Seen> {
    return this.send('GET', path);
  }

  /** Sends the form of a page that posts to `action`, with its hidden fields and these answers. */
  submit(page: Seen, action: string, answers: Answers = {}): Promise<Seen> {
    return this.send('POST', action, bodyOf({ ...hiddenFields(page.html, action), ...answers }));
  }

  post(path: string, answers: Answers): Promise<Seen> {
    return this.send('POST', path, bodyOf(answers));
  }

  private async send(method: string, path: string, body?: URLSearchParams): Promise<Seen> {
    const { cookie } = this;
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: { cookie },
      ...(body ? { body } : {}),
    });
    this.keep(response.headers);
    const next = response.headers.get('location');
    if (response.status === 303 && next?.startsWith('/')) return this.send('GET', next);
    const html = await response.text();
    return { status: response.status, path, headers: response.headers, html, text: textOf(html) };
  }

  private keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
  }
}

function bodyOf(answers: Answers): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(answers)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  }
  return body;
}

/** Hidden inputs of the form with this action. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`));
  if (!form) throw new Error(`no form posts to ${action}`);
  const inputs = form.split('</form>')[0]?.match(/<input type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]));
}

const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const textOf = (html: string): string =>
  unescaped(
    html
      .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  ).trim();

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
