using System.Net;
using Amazon;
using JobMgmt.Aws.IdentityManagement;
using JobMgmt.Aws.IdentityManagement.Model;
using JobMgmt.Aws.Tests.Fakes;

namespace JobMgmt.Aws.Tests.IdentityManagement;

public sealed class IamWireTests
{
    private const string Role = """
        <CreateRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
          <CreateRoleResult><Role><Path>/</Path><Arn>arn:aws:iam::123456789012:role/r</Arn><RoleName>r</RoleName>
            <AssumeRolePolicyDocument>%7B%22a%22%3A1%7D</AssumeRolePolicyDocument><CreateDate>2023-11-14T22:13:20Z</CreateDate><RoleId>AROA1</RoleId>
            <MaxSessionDuration>3600</MaxSessionDuration><Tags><member><Key>k</Key><Value>v &amp; w</Value></member></Tags><NewerThing><x/></NewerThing></Role></CreateRoleResult>
          <ResponseMetadata><RequestId>req-1</RequestId></ResponseMetadata>
        </CreateRoleResponse>
        """;

    [Fact]
    public async Task CreateRole_SendsTheForm_AndReadsTheXml()
    {
        var http = Xml(Role);
        using var client = Clients.Iam(http, config => config.RegionEndpoint = RegionEndpoint.APNortheast1);

        var response = await client.CreateRoleAsync(new CreateRoleRequest { RoleName = "r", AssumeRolePolicyDocument = """{"a": 1}""", MaxSessionDuration = 3600, Tags = [new Tag { Key = "k", Value = "v & w" }] });

        Assert.Equal("https://iam.amazonaws.com/", http.Request.Uri.AbsoluteUri);
        SigV4.AssertSigned(http.Request, "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "us-east-1", "iam");
        Assert.StartsWith("application/x-www-form-urlencoded", http.Request.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(
            [
                "Action=CreateRole", "AssumeRolePolicyDocument=%7B%22a%22%3A%201%7D", "MaxSessionDuration=3600", "RoleName=r",
                "Tags.member.1.Key=k", "Tags.member.1.Value=v%20%26%20w", "Version=2010-05-08",
            ],
            http.Request.Body.Split('&').Order(StringComparer.Ordinal));
        Assert.Equal("arn:aws:iam::123456789012:role/r", response.Role.Arn);
        Assert.Equal(new DateTime(2023, 11, 14, 22, 13, 20, DateTimeKind.Utc), response.Role.CreateDate);
        Assert.Equal("""{"a":1}""", Uri.UnescapeDataString(response.Role.AssumeRolePolicyDocument!));
        Assert.Equal(3600, response.Role.MaxSessionDuration);
        Assert.Equal("v & w", response.Role.Tags!.Single().Value);
        Assert.Equal("req-1", response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task DeleteRole_Succeeds_WhenTheAnswerHasOnlyMetadata()
    {
        using var client = Clients.Iam(Xml("""<DeleteRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ResponseMetadata><RequestId>req-2</RequestId></ResponseMetadata></DeleteRoleResponse>"""));

        var response = await client.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "r" });

        Assert.Equal("req-2", response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task ListRolePolicies_FollowsTheMarker_UntilThereIsNone()
    {
        var http = Xml("<ListRolePoliciesResponse><ListRolePoliciesResult><PolicyNames><member>a</member><member>b</member></PolicyNames><IsTruncated>true</IsTruncated><Marker>m</Marker></ListRolePoliciesResult></ListRolePoliciesResponse>")
            .Answer("<ListRolePoliciesResponse><ListRolePoliciesResult><PolicyNames><member>c</member></PolicyNames><IsTruncated>false</IsTruncated></ListRolePoliciesResult></ListRolePoliciesResponse>", contentType: "text/xml");
        using var client = Clients.Iam(http);

        var names = await client.Paginators.ListRolePolicies(new ListRolePoliciesRequest { RoleName = "r" }).PolicyNames.ToListAsync();

        Assert.Equal(["a", "b", "c"], names);
        Assert.Contains("Marker=m", http.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetRole_ThrowsItsOwnClass_WhenTheRoleIsMissing()
    {
        var http = Xml(
            """<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>The role with name r cannot be found.</Message></Error><RequestId>req-3</RequestId></ErrorResponse>""",
            HttpStatusCode.NotFound);
        using var client = Clients.Iam(http);

        var exception = await Assert.ThrowsAsync<NoSuchEntityException>(() => client.GetRoleAsync(new GetRoleRequest { RoleName = "r" }));

        Assert.Equal("NoSuchEntity", exception.ErrorCode);
        Assert.Equal("The role with name r cannot be found.", exception.Message);
        Assert.Equal("req-3", exception.RequestId);
        Assert.IsAssignableFrom<AmazonIdentityManagementServiceException>(exception);
    }

    [Theory]
    [InlineData("cn-north-1", "https://iam.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("us-gov-east-1", "https://iam.us-gov.amazonaws.com/", "us-gov-west-1")]
    public async Task Endpoint_IsThePartitionsOne_SignedForItsRegion(string region, string url, string signingRegion)
    {
        var http = Xml("<DeleteRoleResponse/>");
        using var client = Clients.Iam(http, config => config.RegionEndpoint = RegionEndpoint.GetBySystemName(region));

        await client.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "r" });

        Assert.Equal(url, http.Request.Uri.AbsoluteUri);
        SigV4.AssertSigned(http.Request, "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", signingRegion, "iam");
    }

    private static FakeHttp Xml(string body, HttpStatusCode status = HttpStatusCode.OK) => new FakeHttp().Answer(body, status, "text/xml");
}
