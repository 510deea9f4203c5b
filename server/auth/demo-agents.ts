/** Who can sign in to the demo, and nowhere else; the sign-in page says so. */
export const demoPassword = 'ringside-demo';
export const demoAgents: { id: string; email: string; name: string; profile: 'agent' }[] = [
  { id: 'agent-ana', email: 'ana@example.com', name: 'Ana Duarte', profile: 'agent' },
  { id: 'agent-noor', email: 'noor@example.com', name: 'Noor de Wit', profile: 'agent' },
];
