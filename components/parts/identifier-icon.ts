import {
  AtSign,
  Camera,
  Hash,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessagesSquare,
  Phone,
  Send,
} from 'lucide-preact';
import type { IdentifierKind } from '../../lib/domain/contact/identifier.ts';

const icons: Record<IdentifierKind, LucideIcon> = {
  phone: Phone,
  extension: Phone,
  email: Mail,
  whatsapp: MessageCircle,
  instagram: Camera,
  facebook: MessagesSquare,
  telegram: Send,
  username: AtSign,
  other: Hash,
};

export function identifierIcon(kind: IdentifierKind): LucideIcon {
  return icons[kind];
}
