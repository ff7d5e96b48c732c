/** The field that a JSON pointer leads to, whether it starts at the request (`/data/note`) or at the data (`/note`). */
export function fieldAt(pointer: string): string {
  const [, first = '', second = ''] = pointer.split('/');
  return first === 'data' ? second : first;
}
