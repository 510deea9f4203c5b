import { AtSign, Camera, Mail, MessageCircle, MessageSquare, Phone, Send } from 'lucide-preact';
import type { Channel } from '../../lib/domain/host/host-event.ts';

export const channelNames: Record<Channel, string> = {
  phone: 'Phone',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  email: 'E-mail',
  chat: 'Chat',
  instagram: 'Instagram',
  facebook: 'Facebook',
  telegram: 'Telegram',
  other: 'Other',
};

const icons: Record<Channel, typeof Phone> = {
  phone: Phone,
  sms: MessageSquare,
  whatsapp: MessageCircle,
  email: Mail,
  chat: MessageCircle,
  instagram: Camera,
  facebook: AtSign,
  telegram: Send,
  other: MessageSquare,
};

export function ChannelIcon({ channel }: { channel: Channel }) {
  const Icon = icons[channel];
  return (
    <span class="channel" data-channel={channel} aria-hidden="true">
      <Icon size={16} strokeWidth={1.8} />
    </span>
  );
}
