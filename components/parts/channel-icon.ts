import {
  Camera,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquare,
  MessageSquareText,
  MessagesSquare,
  Phone,
  PhoneIncoming,
  PhoneOutgoing,
  Send,
} from 'lucide-preact';
import type { HostInteraction } from '../../lib/domain/host/host-event.ts';

const icons: Record<Exclude<HostInteraction['channel'], 'phone'>, LucideIcon> = {
  sms: MessageSquareText,
  whatsapp: MessageCircle,
  email: Mail,
  chat: MessageSquare,
  instagram: Camera,
  facebook: MessagesSquare,
  telegram: Send,
  other: MessageCircle,
};

export function channelIcon(
  channel: HostInteraction['channel'],
  direction: HostInteraction['direction'],
): LucideIcon {
  if (channel !== 'phone') return icons[channel];
  if (direction === 'internal' || direction === 'unknown') return Phone;
  return direction === 'inbound' ? PhoneIncoming : PhoneOutgoing;
}
