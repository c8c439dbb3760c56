namespace JobMgmt.StatesLanguage.Jsonata.DateTimes;

/// <summary>How words are written.</summary>
internal enum LetterCase
{
    Lower,
    Upper,
    Title,
}
