namespace JobMgmt.StatesLanguage.Json;

/// <summary>A text is not JSON.</summary>
public sealed class JsonSyntaxException : FormatException
{
    /// <summary>Says what is wrong and where.</summary>
    public JsonSyntaxException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
