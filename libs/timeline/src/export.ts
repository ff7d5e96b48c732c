import { z } from 'zod';
import type { Entry, Head, RestrictedEntry } from './entry.js';
import type { Verdict } from './finding.js';
import { verify } from './verify.js';

const headSchema = z.strictObject({ seq: z.int().nonnegative(), hash: z.string() });

/** The outline of an export; its entries are judged by the verifier, not by shape. */
const exportSchema = z.strictObject({
  format: z.literal('istiqamet-timeline'),
  version: z.literal(1),
  case: z.strictObject({ id: z.string().min(1), number: z.string() }),
  head: headSchema,
  entries: z.array(z.looseObject({ hash: z.string(), previousHash: z.string() })),
});

/** A self-contained timeline of one case. The case number is a caption: the chain does not cover it. */
export interface TimelineExport {
  readonly format: 'istiqamet-timeline';
  readonly version: 1;
  readonly case: { readonly id: string; readonly number: string };
  readonly head: Head;
  readonly entries: readonly (Entry | RestrictedEntry)[];
}

export const exportTimeline = (
  about: TimelineExport['case'],
  head: Head,
  entries: TimelineExport['entries'],
): TimelineExport => ({ format: 'istiqamet-timeline', version: 1, case: about, head, entries });

/**
 * Checks a parsed export file against its own head and, where given, against heads kept elsewhere: only these show
 * that a file was cut and its head set back. A file of another shape is `unreadable`.
 */
export function verifyExport(file: unknown, checkpoints: readonly Head[] = []): Verdict {
  const read = exportSchema.safeParse(file);
  if (read.success) {
    const { case: about, head, entries } = read.data;
    return verify(entries, { caseId: about.id, storedHead: head, checkpoints });
  }
  const findings = read.error.issues.map(({ path, message }) => ({
    kind: 'unreadable' as const,
    seq: path[0] === 'entries' && typeof path[1] === 'number' ? path[1] + 1 : 0,
    message: `${path.join('.') || 'file'}: ${message}`,
  }));
  return { ok: false, findings };
}
