"""Which texts are taken for German."""

from __future__ import annotations

import pytest

from newsmodel.language import detect_language, is_german


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor said on Monday that the bridge would be closed and that it was not safe."),
        ("fr", "La maire a déclaré lundi que le pont serait fermé et qu'il n'est pas sûr pour les voitures."),
        ("es", "La alcaldesa dijo el lunes que el puente se cerrará y que no es seguro para los coches."),
        ("it", "La sindaca ha detto che il ponte è chiuso e che non è sicuro per le macchine."),
        ("nl", "De burgemeester zei maandag dat het een oude brug is en dat die niet veilig is voor auto's."),
        ("pl", "Burmistrz powiedział, że most jest zamknięty i nie jest bezpieczny, a do tego stary."),
        ("und", "Мэр сказал, что мост закрыт."),
        ("und", "市長は月曜日に橋を閉鎖すると述べた。"),
        ("de", "Die Landrätin sagte am Montag, die Brücke sei nicht sicher."),
        ("de", "Landrat zu US-Firma: «The bridge is closed». Das sei nicht zu ändern, sagte er der Zeitung."),
        ("de", "DIE BRÜCKE IST NICHT SICHER"),
    ],
)
def test_language(language: str, text: str) -> None:
    assert detect_language(text) == language
    assert is_german(text) is (language == "de")


@pytest.mark.parametrize("text", ["", "Brücke gesperrt", "Plön - Eutin 3:1", "NATO", "12345", "In memoriam", "Le Pen"])
def test_too_short_to_tell_is_taken_for_german(text: str) -> None:
    assert is_german(text)
