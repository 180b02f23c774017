import type { Server } from 'node:http';
import type { Deps } from './kernel/deps.ts';
import { demoAccounts } from './modules/identity/index.ts';

/** The last lines of a start: where the network is and, in a demonstration, who can sign in. */
export async function welcome(deps: Deps, server: Server): Promise<void> {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : deps.config.port;
  const lines = [`TelKonNet is running at ${deps.config.publicUrl ?? `http://localhost:${port}`}`];
  if (!deps.config.production) {
    const width = Math.max(...demoAccounts.map(({ email }) => email.length));
    lines.push('Demonstration sign-ins:');
    for (const { email, password, role } of demoAccounts)
      lines.push(`  ${email.padEnd(width)}  ${password}  ${role}`);
  }
  process.stdout.write(`\n${lines.join('\n')}\n`);
}
