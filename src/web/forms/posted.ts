/** A form as the browser posted it. */
export type Posted = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Control characters, NUL among them, which PostgreSQL cannot keep: no keyboard types them, pasted text may hold them. */
const unwritten = /[^\P{Cc}\t\n\r]/gu;
const written = (text: string): string => text.replace(unwritten, '');

/** What a body parser gave, reduced to texts and lists of texts that can be written. */
export function postedForm(body: unknown): Posted {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return [[name, written(value)]];
      const list = Array.isArray(value)
        ? value.filter((item): item is string => typeof item === 'string').map(written)
        : [];
      return list.length > 0 ? [[name, list]] : [];
    }),
  );
}

export function valueOf(posted: Posted, name: string): string {
  const value = posted[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

export function valuesOf(posted: Posted, name: string): readonly string[] {
  const value = posted[name];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}
