/** Who can sign in to the demo; the sign-in page says so. */
export const demoPassword = 'ringside-demo';
export const demoAgents = [
  { id: 'agent-ana', email: 'ana@example.com', name: 'Ana Duarte', profile: 'agent' },
  { id: 'agent-noor', email: 'noor@example.com', name: 'Noor de Wit', profile: 'agent' },
];
