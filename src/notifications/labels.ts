import { words, type Words } from '#libs/vocabulary';

/** Notices of the clocks; those of the procedures stand with the procedures. */
export const deadlineNoticeLabels = {
  'deadline-50': words('Müddətin yarısı keçdi', 'Half of the term has passed'),
  'deadline-80': words('Müddət bitmək üzrədir', 'The term is about to end'),
  'deadline-passed': words('Müddət keçdi', 'The deadline has passed'),
} as const satisfies Record<string, Words>;
