import type { FrenchTexts } from '../texts.ts'

/** Ce que lit une personne quand quelque chose échoue, selon le code du serveur, en français. */
export const failuresInFrench: FrenchTexts['failures'] = {
  unreachable: 'Vorder ne répond pas. Vérifiez le réseau, puis réessayez.',
  internal_error:
    'Un problème est survenu chez nous. Réessayez ; s’il persiste, communiquez le numéro de demande.',
  database_unavailable: 'La base de données ne répond pas. Rien n’est perdu ; réessayez bientôt.',
  too_many_uploads: 'Trop de fichiers à la fois. Attendez qu’un soit arrivé, puis réessayez.',
  not_signed_in: 'Vous n’êtes plus connecté.',
  not_allowed: 'Seul un administrateur peut faire cela.',
  not_found: 'Cela n’existe pas ou plus.',
  invalid_input: 'Certaines données ne sont pas correctes ; voyez les champs.',
  weak_password:
    'Ce mot de passe est trop facile à deviner. Prenez-en un plus long avec plus de caractères différents.',
  already_set_up: 'Vorder est déjà configuré. Connectez-vous.',
  invoice_archived: 'La facture est archivée : aucun paiement n’y est noté.',
  nothing_open: 'Rien n’est ouvert sur cette facture.',
  payment_of_crm: 'Ce paiement appartient à Teamleader : modifiez-le là-bas.',
  write_back_off: 'L’enregistrement des paiements dans Teamleader est désactivé.',
  payment_revoked: 'Ce paiement a été retiré.',
  view_name_taken: 'Une vue porte déjà ce nom.',
  too_many_views: 'Vous avez autant de vues que l’on peut en garder. Supprimez-en d’abord une.',
  profile_in_use: 'Ce profil est utilisé : un autre doit prendre sa place.',
  last_profile: 'C’est le seul profil. Ajoutez-en d’abord un autre.',
  profile_name_taken: 'Un profil porte déjà ce nom.',
  too_many_attempts: 'Trop de tentatives. Attendez quelques minutes et réessayez.',
  source_unavailable: 'Teamleader ne répond pas pour le moment. Réessayez dans quelques minutes.',
  rate_limited: 'Teamleader demande de patienter : trop de questions à la fois. Réessayez dans une minute.',
  call_budget_used_up:
    'Vorder a interrogé Teamleader autant que permis cette minute. Réessayez dans une minute.',
  source_rejected: 'Teamleader a refusé la demande.',
  unreadable_answer:
    'La réponse de Teamleader est illisible. Réessayez ; si cela persiste, communiquez le numéro de demande.',
  reconnect_needed: 'Teamleader n’accepte plus la connexion. Reconnectez-la dans les réglages.',
  source_not_configured:
    'Vorder ne sait pas encore comment joindre Teamleader : l’exploitant doit définir l’identifiant et le secret du client.',
}
