import { useUser } from '../../../lib/session.ts';

/** Whether the signed-in person works on the department's side. */
export function useIsProvider(): boolean {
  const { role } = useUser();
  return role === 'specialist' || role === 'coordinator';
}
