import {
  Invitation,
  Inviter,
  Registerer,
  RegistererState,
  type Session,
  SessionState,
  UserAgent,
  Web,
} from 'sip.js';
import { softphone } from './softphone.ts';
import { type CallState, sipDomain } from './softphone-contract.ts';

const audioOnly = { sessionDescriptionHandlerOptions: { constraints: { audio: true, video: false } } };
let agent: UserAgent;
let session: Session | undefined;
let tell: (state: CallState, detail: string) => void = () => {};

function uri(user: string) {
  const made = UserAgent.makeURI(`sip:${user}@${sipDomain}`);
  if (made === undefined) throw new Error(`Not a SIP user: ${user}`);
  return made;
}

function follow(next: Session): void {
  session = next;
  next.stateChange.addListener((state) => {
    if (state === SessionState.Established) tell('active', '');
    if (state === SessionState.Terminated && session === next) {
      session = undefined;
      tell('ended', '');
    }
  });
}

async function reinvite(hold: boolean): Promise<void> {
  if (session === undefined) return;
  // The option belongs to this platform's handler; the library's own type is the empty one.
  session.sessionDescriptionHandlerOptionsReInvite = { hold } as Web.SessionDescriptionHandlerOptions;
  await session.invite({ requestDelegate: { onAccept: () => tell(hold ? 'held' : 'active', '') } });
}

await softphone({
  async register({ url, user }, listener) {
    tell = listener;
    agent = new UserAgent({
      uri: uri(user),
      transportOptions: { server: url },
      logBuiltinEnabled: false,
      delegate: {
        onInvite(invitation) {
          if (session !== undefined) {
            void invitation.reject({ statusCode: 486 });
            return;
          }
          follow(invitation);
          tell('ringing', '');
        },
      },
    });
    await agent.start();
    const registerer = new Registerer(agent);
    const registered = new Promise<void>((resolve) => {
      registerer.stateChange.addListener((state) => {
        if (state === RegistererState.Registered) resolve();
      });
    });
    await registerer.register();
    await registered;
  },
  call({ number, from, displayName, anonymous, headers }) {
    tell('calling', '');
    const inviter = new Inviter(agent, uri(number), {
      ...audioOnly,
      extraHeaders: headers ?? [],
      ...(anonymous === undefined ? {} : { anonymous }),
      params: {
        ...(from === undefined ? {} : { fromUri: uri(from) }),
        ...(displayName === undefined ? {} : { fromDisplayName: displayName }),
      },
    });
    follow(inviter);
    void inviter.invite();
  },
  answer() {
    if (session instanceof Invitation) void session.accept(audioOnly);
  },
  hold: () => void reinvite(true),
  resume: () => void reinvite(false),
  hangUp() {
    if (session === undefined) return;
    if (session.state === SessionState.Established) void session.bye();
    else if (session instanceof Inviter) void session.cancel();
    else if (session instanceof Invitation) void session.reject();
  },
  media() {
    const handler = session?.sessionDescriptionHandler;
    return handler instanceof Web.SessionDescriptionHandler
      ? (handler.peerConnection?.connectionState ?? 'none')
      : 'none';
  },
});
