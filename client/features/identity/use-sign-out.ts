import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { signOut } from '../../lib/session.ts';
import { tellError } from '../../ui/tell.tsx';

/** Signs out and leaves the address, so that the next person does not land on this one's page. */
export function useSignOut(): () => void {
  const navigate = useNavigate();
  return useCallback(() => {
    void signOut()
      .catch(tellError)
      .then(() => navigate('/'));
  }, [navigate]);
}
