using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>Versions: not served yet, so a request that publishes one is refused before anything is done.</summary>
internal static class Publication
{
    public static void Refuse(JsonObject request)
    {
        var publish = request.Flag("publish") ?? false;
        if (!publish && request.Text("versionDescription") is not null)
        {
            throw new ServiceException("ValidationException", "Version description can only be set when publish is true");
        }

        if (publish)
        {
            throw StatesErrors.NotServed("state machine versions: leave out publish");
        }
    }
}
